using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class CommandTests
{
    const string Types = "%evt.dir %evt.type %proc.name";

    [LiveFact]
    public void Trace_Command_ShowsItsCallsFromItsFirstProgramToItsEnd()
    {
        var result = ProgramRun.Trace("-p", Types, "--", "/bin/true");

        Assert.True(result.Status == 0, result.Error);
        var lines = result.OutputText.Split('\n');
        Assert.Contains("execve", lines[0] + lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, static line => line.StartsWith("> exit_group", StringComparison.Ordinal));
    }

    [LiveFact]
    public void Trace_Command_EndsWithItsStatus() => Assert.Equal(7, ProgramRun.Trace("-q", "--", "sh", "-c", "exit 7").Status);

    [LiveFact]
    public void Trace_CommandThatIsKilled_EndsWithItsSignal() => Assert.Equal(128 + 9, ProgramRun.Trace("-q", "--", "sh", "-c", "kill -9 $$").Status);

    [LiveFact]
    public void Trace_Command_ShowsNothingOfOthers()
    {
        using var other = new LiveRun("-q");
        var result = ProgramRun.Trace("-p", "%thread.tid %evt.type", "--", "/bin/true");

        Assert.Single(result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')[0]).Distinct());
        other.Signal("INT");
    }

    [LiveFact]
    public void Trace_OrphansOfACommand_AreFollowedToTheirEnd()
    {
        var result = ProgramRun.Trace(
            "-p", "%evt.arg.path", "evt.type=chdir and evt.dir=<", "--", "sh", "-c", "(sh -c '(sleep 0.3; cd /usr; sleep 0.1; cd /var) & exit 0'; cd /tmp) & exit 0");

        Assert.True(result.Status == 0, result.Error);
        Assert.Equal(["/tmp", "/usr", "/var"], result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [LiveFact]
    public void Trace_NameOfAProgram_FindsTheThreadThatCallsItselfOtherwise()
    {
        var result = ProgramRun.Trace(
            "-p", "%proc.name %evt.arg.path", "proc.name=sh and evt.type=chdir and evt.dir=<", "--", "sh", "-c", "echo renamed > /proc/self/comm; cd /usr");

        Assert.True(result.Status == 0, result.Error);
        Assert.Equal("sh /usr\n", result.OutputText);
    }

    [LiveFact]
    public void Trace_NoProgram_IsRefusedByName() => Refusal.Check(ProgramRun.Trace("--", "no-such-program"), "no-such-program");
    [LiveFact]
    public void Trace_Verbose_SaysFirstWhichHooksAreInUse()
    {
        var run = ProgramRun.Trace("-v", "-q", "--", "/bin/true");

        Assert.True(run.Status == 0, run.Error);
        Assert.Matches(@"\ALive Capture: (typed hooks \(tp_btf\)|raw hooks .*), first state: [0-9]+ processes, [0-9]+ threads, [0-9]+ descriptors \(from (iterators|/proc)\)", run.Error);
    }

}
