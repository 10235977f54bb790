using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A container whose runtime never answers: its events are shown all the same.</summary>
public sealed class BadRuntimeTests : IDisposable
{
    const int Lines = 20;

    // Where the runtime's socket is looked for, seen by the capture alone.
    const string InItsPlace = "mount --bind \"$1\" /run && shift && exec \"$@\"";

    readonly ScratchFolder _folder = new();

    [LiveTheory]
    [InlineData("silent")]
    [InlineData("trickling")]
    [InlineData("nonsense")]
    [InlineData("closing")]
    public void Trace_RuntimeThatIsNoHelp_HoldsNoLineForLong(string manner)
    {
        using var group = new ContainerGroup();
        using var runtime = new BadRuntime(_folder.File("docker.sock"), manner);
        using var run = ProgramRun.Start("/usr/bin/unshare", ["-m", "/bin/sh", "-c", InItsPlace, "sh", _folder.Folder, ProgramRun.Mesoscope, "trace",
            "-p", "%container.id %evt.arg.path", $"container.id={group.Id} and evt.type=chdir and evt.dir=<"]);
        using var loop = ProgramRun.Start("/bin/sh", ["-c", $"echo $$ > {group.Folder}/cgroup.procs; exec sh -c 'while :; do cd /usr; sleep 0.01; done'"]);
        try
        {
            for (var i = 0; i < Lines; i++)
            {
                var line = run.StandardOutput.ReadLineAsync();
                Assert.True(line.Wait(ProgramRun.Limit), $"no line comes after {i}");
                Assert.Equal($"{group.Id} /usr", line.Result);
            }

            Assert.True(runtime.IsAsked, "the runtime is not asked");
            LiveRun.Signal(run.Id, "INT");
            Assert.True(run.WaitForExit(ProgramRun.Limit), "the capture does not end while the runtime is asked");
            Assert.Equal(0, run.ExitCode);
        }
        finally
        {
            loop.Kill(entireProcessTree: true);
            run.Kill();
        }
    }

    public void Dispose() => _folder.Dispose();
}
