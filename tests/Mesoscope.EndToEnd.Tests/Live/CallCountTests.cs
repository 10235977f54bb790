using Mesoscope.Events.Schema;
using Mesoscope.Testing.Calls;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class CallCountTests : IDisposable
{
    const string Strace = "/usr/bin/strace";
    const string Script = "for i in 1 2 3; do ls / | cat; done; echo x > /dev/null; (sleep 0.01 & wait)";
    readonly ScratchFolder _folder = new();

    [LiveFact(Needs = Strace)]
    public void Trace_ProgramUnderStrace_HasAsManyOfEachCall()
    {
        string file = _folder.File("counted.scap"), counts = _folder.File("counts");
        var run = ProgramRun.Trace("-w", file, "--", Strace, "-f", "-c", "-o", counts, "/bin/sh", "-c", Script);
        Assert.True(run.Status == 0, run.Error);

        var theirs = File.ReadLines(counts).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(static cells => cells.Length >= 5 && cells[^1] is not ("total" or "syscall") && char.IsAsciiDigit(cells[0][0]))
            .GroupBy(static cells => NameOf(TableCall.All[cells[^1]]), static cells => int.Parse(cells[3]))
            .ToDictionary(static group => group.Key, static group => group.Sum());
        var lines = ProgramRun.Trace("-r", file, "-p", "%evt.type", "evt.dir=> and proc.aname=strace and proc.name!=strace").OutputText;
        var ours = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).CountBy(static line => line).ToDictionary();

        // strace counts no call that never returns, and of its first program the execve of a process that is still called strace.
        Assert.True(theirs.Count > 20, File.ReadAllText(counts));
        theirs["execve"]--;
        Assert.Equal(Listed(theirs), Listed(ours.Where(static pair => pair.Key is not ("exit_group" or "procexit" or "switch" or "signaldeliver"))));
    }

    public void Dispose() => _folder.Dispose();

    static IEnumerable<string> Listed(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.Select(static pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal);

    // What evt.type shows; the calls without a number in the reference's table are one.
    static string NameOf(TableCall call) => call.Event is not null
        ? EventSchema.Get(CallTypes.Of(call, isEnter: true)).Name
        : EventSchema.GetSyscall(call.Code <= 329 ? call.Code : 0).Name;
}
