using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class ProcessEventTests
{
    [LiveFact]
    public void Trace_ProgramThatIsExecuted_HasWhatItWasGiven()
    {
        var result = ProgramRun.Trace(
            "-p", "%evt.arg.res|%evt.arg.exe|%evt.arg.args|%evt.arg.comm|%evt.arg.env|%evt.arg.fdlimit|%evt.arg.tty|%evt.arg.loginuid",
            "evt.type=execve and evt.dir=< and proc.name=echo",
            "--", "/bin/sh", "-c", "ulimit -n 77; exec /usr/bin/env -i A=b C=d /bin/echo one 'two three'");

        Assert.True(result.Status == 0, result.Error);
        var loginUser = unchecked((int)uint.Parse(File.ReadAllText("/proc/self/loginuid")));
        Assert.Contains($"0|/bin/echo|one.two three.|echo|A=b.C=d.|77|0|{loginUser}\n", result.OutputText, StringComparison.Ordinal);
    }

    [LiveFact]
    public void Trace_ProcessThatIsMade_IsKnownToParentAndChild()
    {
        var result = ProgramRun.Trace(
            "-p", "%evt.rawarg.res;%thread.tid;%evt.rawarg.tid;%evt.rawarg.ptid;%evt.arg.flags", "evt.type in (clone, clone3) and evt.dir=<", "--", "/bin/sh", "-c", "(cd /); cd /");

        Assert.True(result.Status == 0, result.Error);
        var lines = result.OutputText.Split('\n').Select(static line => line.Split(';')).Where(static cells => cells.Length == 5).ToList();
        var child = Assert.Single(lines, static cells => cells[0] == "0");
        var parent = Assert.Single(lines, static cells => cells[0] != "0");

        Assert.Equal(child[1], parent[0]);
        Assert.Equal(parent[1], child[3]);
        Assert.All([child, parent], static cells => Assert.Equal(cells[1], cells[2]));
        Assert.All([child, parent], static cells => Assert.Equal("CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID", cells[4]));
    }

    [LiveFact]
    public void Trace_SignalThatEndsAProcess_HasSenderReceiverAndStatus()
    {
        var result = ProgramRun.Trace(
            "-p", "%thread.tid %evt.type %evt.args", "evt.type in (signaldeliver, procexit)", "--", "/bin/sh", "-c", "sh -c 'trap : USR1; kill -USR1 $$; kill -TERM $$; sleep 1'; exit 3");

        Assert.Equal(3, result.Status);
        var lines = result.OutputText.Split('\n');
        var delivered = Assert.Single(lines, static line => line.Contains("signaldeliver", StringComparison.Ordinal) && line.Contains("sig=10(SIGUSR1)", StringComparison.Ordinal));
        var tid = delivered.Split(' ')[0];
        Assert.Contains($"spid={tid}", delivered, StringComparison.Ordinal);
        Assert.Contains($"dpid={tid}", delivered, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith($"{tid} procexit status=15 ret=-1", StringComparison.Ordinal) && line.Contains("sig=15(SIGTERM)", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("procexit status=768 ret=3", StringComparison.Ordinal));
    }
}
