using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class EndTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    [LiveFact]
    public void Trace_CountOfEvents_EndsAtIt()
    {
        var result = ProgramRun.Trace("-n", "5", "-p", "%evt.type");

        Assert.True(result.Status == 0, result.Error);
        Assert.Equal(5, result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [LiveFact]
    public void Trace_DurationWithoutAnyEvent_Ends() => Assert.Equal(0, ProgramRun.Trace("-M", "1", "evt.type=pivot_root").Status);

    [LiveFact]
    public void Trace_ReaderThatGoesAway_EndsTheRun()
    {
        using var run = new LiveRun();
        Assert.NotNull(run.Output.ReadLine());
        run.Output.Close();

        Assert.NotEqual(0, run.Wait().Status);
    }

    [LiveFact]
    public void Trace_LinesOfAQuietFilter_ComeAtOnce()
    {
        using var run = new LiveRun("evt.type=chdir and evt.dir=<");
        using var loop = ProgramRun.Start("/bin/sh", ["-c", "while :; do cd /; sleep 0.01; done"]);

        Assert.Contains("chdir", run.Output.ReadLine(), StringComparison.Ordinal);

        loop.Kill();
        run.Signal("INT");
        Assert.Equal(0, run.Wait().Status);
    }

    [LiveFact]
    public void Trace_InTheBackgroundOfAScript_EndsBySignalAllTheSame()
    {
        // Shells without job control start background jobs with SIGINT ignored.
        var file = _folder.File("background");
        using var run = ProgramRun.Start("/bin/sh", ["-c", "trap '' INT; exec \"$0\" trace -w \"$1\"", ProgramRun.Mesoscope, file]);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(file) && new FileInfo(file).Length > 0, ProgramRun.Limit));

        LiveRun.Signal(run.Id, "INT");

        Assert.True(run.WaitForExit(ProgramRun.Limit), "the capture did not end");
        Assert.Equal(0, run.ExitCode);
    }

    [LiveFact]
    public void Trace_WrittenFileAfterSignals_IsComplete()
    {
        foreach (var signal in (string[])["INT", "TERM"])
        {
            var file = _folder.File(signal);
            using var run = new LiveRun("-v", "-w", file);
            Assert.True(SpinWait.SpinUntil(() => File.Exists(file) && new FileInfo(file).Length > 100_000, ProgramRun.Limit));
            run.Signal(signal);
            var (status, error) = run.Wait();

            Assert.Equal(0, status);
            var replay = ProgramRun.Trace("-q", "-v", "-r", file);
            Assert.Equal(0, replay.Status);
            Assert.Equal(CountOf(error), CountOf(replay.Error));
        }
    }

    [LiveFact]
    public void Trace_FilesOfARotation_AreEachWhole()
    {
        var result = ProgramRun.Trace("-w", _folder.File("ring"), "-e", "200", "-W", "3", "-n", "2000");

        Assert.True(result.Status == 0, result.Error);
        Assert.Equal(3, _folder.Files.Count());
        Assert.All(_folder.Files, static file => Assert.Equal(0, ProgramRun.Trace("-q", "-r", file).Status));
    }

    [LiveFact]
    public void Trace_FullDisk_IsToldAndTheFileIsWholeUpToThere()
    {
        Assert.Equal(0, ProgramRun.Run("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", _folder.Folder]).Status);
        try
        {
            using var loop = ProgramRun.Start("/bin/sh", ["-c", "while :; do cd /; done"]);
            Refusal.Check(ProgramRun.Trace("-w", _folder.File("a.scap")), "no space left");
            loop.Kill();

            Assert.Equal(0, ProgramRun.Trace("-q", "-r", _folder.File("a.scap")).Status);
        }
        finally
        {
            ProgramRun.Run("/bin/umount", [_folder.Folder]);
        }
    }

    public void Dispose() => _folder.Dispose();

    static string CountOf(string error) => error.Split("Captured Events: ")[1].Split(',')[0];
}
