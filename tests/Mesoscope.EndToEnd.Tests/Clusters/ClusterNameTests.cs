using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Clusters;

public sealed class ClusterNameTests
{
    const string Format = "%mesos.task.name %mesos.framework.name";
    const string TaskId = "shop_cache.3b9d6c1e-15f2-11f1-9c8e-0242ac110002";

    [Fact]
    public void Trace_OfAFileWithACluster_HasTheClustersNames()
    {
        using var master = new StateServer(TaskId, "asked-now");
        var result = ProgramRun.Trace("-r", Sample.Redis, "-m", $"http://{master.Authority}", "-p", Format);

        Assert.True(result.Status == 0, result.Error);
        Assert.Equal(["asked-now net"], Lines(result));
        Assert.Empty(result.Error);
    }

    // 2,000 tasks take more than the 64 KiB of one event: the reference reads the first part.
    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    public void Trace_OfAFileWithAClusterIntoAFile_RecordsTheNames(int moreTasks)
    {
        using var folder = new ScratchFolder();
        using var master = new StateServer(TaskId, "asked-now", moreTasks);
        var copy = folder.File("copy.scap");

        Assert.Equal(0, ProgramRun.Trace("-r", Sample.Redis, "-m", $"http://{master.Authority}", "-w", copy).Status);

        Assert.Equal(["asked-now net"], Lines(ProgramRun.Trace("-r", copy, "-p", Format)));
        if (ProgramRun.Reference is { } reference)
        {
            Assert.Equal(["asked-now net"], Lines(ProgramRun.Run(reference, ["-r", copy, "-p", Format])));
        }
    }

    [Fact]
    public void Trace_OfAFileWithADeadMarathon_SaysSoWithoutSecretsAndGoesOn()
    {
        using var master = new StateServer(TaskId, "asked-now");
        var result = ProgramRun.Trace("-r", Sample.Redis, "-m", $"http://us:geheim@{master.Authority}, http://us:geheim@127.0.0.1:1", "-p", Format);

        Assert.Equal(["asked-now net"], Lines(result));
        Assert.Contains("Marathon http://127.0.0.1:1/: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:5050", "is no address of a server")]
    [InlineData("http://us@127.0.0.1:5050", "are incomplete")]
    public void Trace_WithWhatIsNoAddress_IsRefused(string address, string reason) =>
        Refusal.Check(ProgramRun.Trace("-r", Sample.Redis, "-m", address), reason);

    static IEnumerable<string> Lines(ProgramResult result) => result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct();
}
