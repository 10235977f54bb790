using System.Diagnostics;
using Mesoscope.Agent.Tests.Sending;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Testing.Programs;
using Xunit.Abstractions;

namespace Mesoscope.Agent.Tests.EndToEnd;

/// <summary>The built program, killed at moments that nobody chose.</summary>
public sealed class KilledAgentTests(ITestOutputHelper output) : IDisposable
{
    const int Kills = 6;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Agent_KilledAgainAndAgain_LosesNoNumberAndTellsNoSpanTwice()
    {
        if (!ProgramRun.IsMesoscopeBuilt)
        {
            output.WriteLine("skipped: ./build has not been run");
            return;
        }

        await using var server = await BatchServer.StartAsync();
        server.Answer = static reply => reply.IsLive = true;
        var random = new Random(7);
        for (var i = 0; i < Kills; i++)
        {
            var before = server.Batches.Count;
            using var agent = Start(server);
            await server.WaitAsync(batches => batches.Count > before);
            // Into whatever it does then: measuring, writing, sending.
            await Task.Delay(random.Next(1500));
            agent.Kill();
            await agent.WaitForExitAsync();
        }

        using (var last = Start(server))
        {
            var count = server.Batches.Count;
            await server.WaitAsync(batches => batches.Count > count + 1);
            Process.Start("kill", ["-TERM", $"{last.Id}"]).WaitForExit();
            await last.WaitForExitAsync();
            Assert.Equal(0, last.ExitCode);
        }

        Check(server.Batches);
        Assert.Empty(_folder.GetFiles("*.batch", SearchOption.AllDirectories));
    }

    static void Check(IReadOnlyList<SampleBatch> batches)
    {
        Assert.Equal(Enumerable.Range(1, batches.Count).Select(static n => (ulong)n), batches.Select(static batch => batch.Sequence));
        Assert.Single(batches.Select(static batch => batch.AgentId).Distinct());
        var hosts = batches.SelectMany(static batch => batch.Entities).Where(static entity => entity.Kind == EntityKind.Host).ToList();
        Assert.Single(hosts.Select(static host => host.Number).Distinct());
        Assert.Single(hosts.Select(static host => host.BeginTimeMs).Distinct());
        Assert.Equal(Kills + 1, batches.Count(static batch => batch.HasAllEntities));
        var spans = batches.SelectMany(static batch => batch.SampleSets).Select(static set => (Begin: set.TimeMs - (1000 * (long)set.Seconds), End: set.TimeMs)).ToList();
        Assert.All(spans.Zip(spans.Skip(1)), static pair => Assert.True(pair.First.End <= pair.Second.Begin, $"{pair.First} and {pair.Second} overlap"));
        Assert.All(batches, static batch => Assert.NotEmpty(batch.Report.HostName));
    }

    Process Start(BatchServer server)
    {
        var keyFile = Path.Combine(_folder.FullName, "key");
        File.WriteAllText(keyFile, BatchServer.Key);
        return ProgramRun.Start(
            ProgramRun.Mesoscope,
            ["agent", "--server", server.Address.AbsoluteUri, "--access-key-file", keyFile, "--data", Path.Combine(_folder.FullName, "data"), "--tags", $"{LabelNames.HostName}:x"]);
    }
}
