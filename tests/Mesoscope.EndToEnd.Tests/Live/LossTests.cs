using System.Text.RegularExpressions;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class LossTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    [LiveFact]
    public void Trace_ReaderThatIsTooSlow_CountsEveryLostEventEverywhere()
    {
        var file = _folder.File("lost.scap");
        using var run = new LiveRun("-v", "--buffer-size", "1", "-w", file, "proc.name=dd");
        LiveRun.WaitForFile(file);
        run.Signal("STOP");
        var copied = ProgramRun.Run("/bin/dd", ["if=/dev/zero", "of=/dev/null", "bs=1", "count=50000"]);
        Assert.True(copied.Status == 0, copied.Error);
        run.Signal("CONT");
        Assert.True(SpinWait.SpinUntil(() => Replay(file).Contains("name=drop", StringComparison.Ordinal), ProgramRun.Limit), "the file tells of no loss");
        run.Signal("INT");
        var (status, error) = run.Wait();

        Assert.Equal(0, status);
        var told = Numbers(error, " events lost because the buffer was full").Sum();
        Assert.True(told > 100_000, error);
        Assert.Equal($"buffer full: {told},", error[error.IndexOf("buffer full: ", StringComparison.Ordinal)..][..($"buffer full: {told},".Length)]);
        Assert.Equal(told, Numbers(Replay(file), " events lost because the buffer was full").Sum());

        // Each of the 50,000 bytes is read and written, with two events each time. What else is lost is others', for the state.
        var kept = ProgramRun.Trace("-r", file, "-p", "%evt.type", "evt.type in (read, write) and fd.name startswith /dev/").OutputText.Count('\n');
        Assert.True(kept + told >= 200_000, $"{kept} are there and {told} are told to be lost");
    }

    public void Dispose() => _folder.Dispose();

    static string Replay(string file) => ProgramRun.Trace("-r", file, "-D", "evt.type=infra").OutputText;

    // The numbers that stand before some words: a loss is told in parts.
    static IEnumerable<long> Numbers(string text, string behind) =>
        Regex.Matches(text, $"(\\d+){Regex.Escape(behind)}").Select(static match => long.Parse(match.Groups[1].Value));
}
