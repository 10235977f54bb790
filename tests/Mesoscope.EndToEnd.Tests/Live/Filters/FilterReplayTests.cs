using System.Globalization;
using System.Text.RegularExpressions;
using Mesoscope.Testing.Programs;
using Xunit.Abstractions;

namespace Mesoscope.EndToEnd.Tests.Live.Filters;

/// <summary>Whatever part of a filter the kernel decides: a live capture shows what the whole filter shows of a capture of everything.</summary>
public sealed partial class FilterReplayTests(ITestOutputHelper log) : IDisposable
{
    // Neither times nor numbers of events, which are each capture's own.
    const string Format = "*%thread.tid %evt.dir %evt.type %proc.name %proc.pname %container.id %fd.name %evt.args";
    const int FiltersPerRun = 3;
    const int FirstMebibytes = 32;
    const int LastMebibytes = 256;

    readonly ScratchFolder _folder = new();

    /// <summary>Filters that are tried: more by hand, with MESOSCOPE_FILTERS=COUNT and, for others, MESOSCOPE_SEED=NUMBER.</summary>
    static int FilterCount => Number("MESOSCOPE_FILTERS", 24);

    static int Seed => Number("MESOSCOPE_SEED", 3);

    [LiveFact]
    public void Trace_FiltersByChance_ShowLiveWhatTheyShowOfTheWholeCapture()
    {
        var random = new Random(Seed);
        var shown = 0;
        for (var done = 0; done < FilterCount; done += FiltersPerRun)
        {
            shown += Compare(random.Next());
        }

        log.WriteLine($"{FilterCount} filters, {shown} lines");
        Assert.True(shown > FilterCount, "the filters show next to nothing");
    }

    public void Dispose() => _folder.Dispose();

    static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    // Of a run in which the machine lost events nothing can be said: it is made again with larger rings.
    int Compare(int seed)
    {
        for (var mebibytes = FirstMebibytes; mebibytes <= LastMebibytes; mebibytes *= 2)
        {
            if (TryCompare(seed, mebibytes, out var shown))
            {
                return shown;
            }
        }

        throw new InvalidOperationException($"events were lost even with rings of {LastMebibytes} MiB");
    }

    bool TryCompare(int seed, int mebibytes, out int shown)
    {
        shown = 0;
        using var load = new ProcessLoad();
        var random = new RandomFilter(new Random(seed), load.Pid);
        var filters = Enumerable.Range(0, FiltersPerRun).Select(_ => random.Next()).ToList();
        var file = _folder.File("all.scap");
        var runs = filters.Select((filter, i) => new FilteredRun(_folder.File($"lines{i}"), mebibytes, "-p", Format, filter)).ToList();
        runs.Add(new FilteredRun(_folder.File("nothing"), mebibytes, "-w", file));
        try
        {
            runs.ForEach(static run => run.WaitForBegin());
            load.Run();
            if (!runs.Select(static run => run.End()).ToList().TrueForAll(static isWhole => isWhole))
            {
                return false;
            }
        }
        finally
        {
            runs.ForEach(static run => run.Dispose());
        }

        var threads = Replay(file, $"proc.pid={load.Pid} or proc.apid={load.Pid}").Select(ThreadOf).ToHashSet();
        Assert.True(threads.Count > 10, "the load is not in the capture");
        for (var i = 0; i < filters.Count; i++)
        {
            shown += Compare(filters[i], threads, File.ReadLines(runs[i].Output), Replay(file, filters[i]));
        }

        return true;
    }

    static string[] Replay(string file, string filter)
    {
        var replay = ProgramRun.Trace("-v", "-r", file, "-p", Format, filter);
        Assert.True(replay.Status == 0, replay.Error);
        return replay.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // Thread by thread: two captures may differ in which of two processors was first.
    static int Compare(string filter, HashSet<string> threads, IEnumerable<string> live, IEnumerable<string> replayed)
    {
        var (lives, expected) = (ByThread(live, threads), ByThread(replayed, threads));
        foreach (var thread in threads)
        {
            var (ours, wanted) = (lives[thread].ToList(), expected[thread].ToList());
            var same = ours.Zip(wanted).TakeWhile(static pair => pair.First == pair.Second).Count();
            Assert.True(
                IsRestOfOne(ours, same) && IsRestOfOne(wanted, same),
                $"{filter}\nlive {ours.Count} lines, of the capture {wanted.Count}; the first that differ:\n{ours.ElementAtOrDefault(same)}\n{wanted.ElementAtOrDefault(same)}");
        }

        return lives.Where(group => threads.Contains(group.Key)).Sum(static group => group.Count());
    }

    // A thread that has ended is forgotten with the next event, whoever makes it: in one capture that may come before the thread's last switch.
    static bool IsRestOfOne(List<string> lines, int same) =>
        lines.Count == same || (lines.Count == same + 1 && lines[same].Contains(" > switch ", StringComparison.Ordinal));

    static ILookup<string, string> ByThread(IEnumerable<string> lines, HashSet<string> threads) =>
        lines.Where(line => threads.Contains(ThreadOf(line))).Select(static line => OwnView().Replace(line, "")).ToLookup(ThreadOf);

    static string ThreadOf(string line) => line[..line.IndexOf(' ', StringComparison.Ordinal)];

    // Each capture looks at the memory by itself, a moment after the other, and none sees itself: whom the processor goes to may be the other.
    // A child of vfork may have become another program before its parent's call returns: what the child is called there is left out as well.
    [GeneratedRegex(" vm_(size|rss|swap)=[0-9]+|(?<= next=[0-9]+)\\(.*?\\)(?= pgft)|(?<= vfork .* res=[0-9]+)\\(.*?\\)(?= exe=)")]
    private static partial Regex OwnView();
}
