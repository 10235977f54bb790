using Mesoscope.Agent.Tests.Sending;
using Mesoscope.Samples.Messages;
using Mesoscope.Testing.Groups;
using Mesoscope.Testing.Programs;
using Xunit.Abstractions;

namespace Mesoscope.Agent.Tests.EndToEnd;

/// <summary>The built program with fewer rights than root's.</summary>
public sealed class AgentWithFewRightsTests(ITestOutputHelper output) : IDisposable
{
    const string Needed = "bpf,perfmon,sys_ptrace,dac_read_search";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-rights-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Agent_WithTheFourCapabilities_MissesNothing()
    {
        if (await RunAsync(Needed) is { } batch)
        {
            Assert.Empty(batch.Report.Missing);
        }
    }

    [Fact]
    public async Task Agent_WithNone_SaysWhatIsMissingAndMeasuresTheRest()
    {
        if (await RunAsync("") is { } batch)
        {
            var uncounted = Assert.Single(batch.Report.Missing, static line => line.StartsWith("system calls", StringComparison.Ordinal));
            Assert.Contains("network of containers", uncounted, StringComparison.Ordinal);
            Assert.Contains("exit status of Mesos containers", uncounted, StringComparison.Ordinal);
            Assert.Contains(batch.Report.Missing, static line => line.Contains("CAP_SYS_PTRACE", StringComparison.Ordinal));
            Assert.NotEmpty(batch.SampleSets.Single().Entities[0].Metrics);
            Assert.Contains(batch.Entities, static entity => entity.Kind == EntityKind.Process);
        }
    }

    async Task<SampleBatch?> RunAsync(string capabilities)
    {
        var reason = TestGroup.WhyNot ?? (ProgramRun.IsMesoscopeBuilt ? File.Exists("/usr/bin/setpriv") ? null : "there is no setpriv" : "./build has not been run");
        if (reason is not null)
        {
            output.WriteLine($"skipped: {reason}");
            return null;
        }

        await using var server = await BatchServer.StartAsync();
        var keyFile = Path.Combine(_folder.FullName, "key");
        File.WriteAllText(keyFile, BatchServer.Key);
        var data = Path.Combine(_folder.FullName, "data");
        var sets = string.Join(',', capabilities.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static name => "+" + name).Prepend("-all"));
        // The folder is nobody's own; below it all paths are open.
#pragma warning disable CA1416 // The agent is for Linux alone.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(keyFile, (UnixFileMode)0b100_100_100);
#pragma warning restore CA1416
        using var agent = ProgramRun.Start(
            "/usr/bin/setpriv",
            [
                "--reuid", "65534", "--regid", "65534", "--clear-groups", "--inh-caps", sets, "--ambient-caps", sets, "--bounding-set", sets,
                ProgramRun.Mesoscope, "agent", "--server", server.Address.AbsoluteUri, "--access-key-file", keyFile, "--data", data,
            ]);
        try
        {
            return (await server.WaitAsync(static batches => batches.Count > 0))[0];
        }
        catch (TimeoutException)
        {
            agent.Kill();
            output.WriteLine(await agent.StandardError.ReadToEndAsync());
            throw;
        }
        finally
        {
            agent.Kill();
            await agent.WaitForExitAsync();
        }
    }
}
