using System.Globalization;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A command that writes numbers, recorded into several files: each is read alone, and together they have every number once.</summary>
public sealed class RotationTests : IDisposable
{
    const int Writes = 4000;
    const string Filter = "evt.type=write and proc.name=perl";

    // A thousand bytes each, so that some thousands fill several files of a megabyte; or a few over three seconds.
    const string Many = "open(my $f, '>', '/dev/null'); syswrite($f, sprintf('%-1000d', $_)) for 1..4000";
    const string Slow = "open(my $f, '>', '/dev/null'); for (1..31) { syswrite($f, sprintf('%d', $_)); select(undef, undef, undef, 0.1) }";

    readonly ScratchFolder _folder = new();

    [LiveFact(NeedsReference = true)]
    public void Trace_FilesLimitedBySize_HaveEveryEventOnce()
    {
        Record(Many, "-C", "1");

        Assert.True(_folder.Files.Count() > 3, "there is but one file");
        Assert.Equal(Enumerable.Range(1, Writes), NumbersInFiles());
    }

    [LiveFact(NeedsReference = true)]
    public void Trace_FilesLimitedByTime_HaveEveryEventOnce()
    {
        Record(Slow, "-G", "1");

        Assert.True(_folder.Files.Count() > 2, "there are too few files");
        Assert.Equal(Enumerable.Range(1, 31), NumbersInFiles());
    }

    [LiveFact(NeedsReference = true)]
    public void Trace_FilesLimitedInNumber_HaveTheLastEvents()
    {
        Record(Many, "-C", "1", "-W", "2");

        Assert.Equal(2, _folder.Files.Count());
        var numbers = NumbersInFiles();
        Assert.Equal(Writes, numbers[^1]);
        Assert.Equal(Enumerable.Range(Writes + 1 - numbers.Count, numbers.Count), numbers);
    }

    public void Dispose() => _folder.Dispose();

    void Record(string program, params string[] rotation)
    {
        var run = ProgramRun.Trace(["-v", "-F", "-s", "2000", "-w", _folder.File("part"), .. rotation, Filter, "--", "perl", "-e", program]);
        Assert.True(run.Status == 0, run.Error);
        Assert.Contains("Lost Events: 0 ", run.Error, StringComparison.Ordinal);
    }

    // In the order of the files' first event; those of a ring do not have it by name.
    List<int> NumbersInFiles() => [.. _folder.Files.Select(NumbersIn).Where(static numbers => numbers.Count > 0).OrderBy(static numbers => numbers[0]).SelectMany(static n => n)];

    static List<int> NumbersIn(string file)
    {
        string[] question = ["-r", file, "-p", "%evt.buffer|%proc.name %fd.name", "evt.dir=<"];
        var ours = ProgramRun.Trace(question);
        var theirs = ProgramRun.Run(ProgramRun.Reference!, question);
        Assert.True(ours.Status == 0, ours.Error);
        Assert.True(theirs.Status == 0, theirs.Error);
        Assert.Equal(theirs.OutputText, ours.OutputText);
        var lines = ours.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The begin of the first call may be in the file before, and with it what it wrote to.
        Assert.All(lines.Skip(1), static line => Assert.EndsWith("|perl /dev/null", line, StringComparison.Ordinal));
        return [.. lines.Select(static line => int.Parse(line.AsSpan(0, line.AsSpan().IndexOfAny(' ', '|')), CultureInfo.InvariantCulture))];
    }
}
