using System.Diagnostics;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Kernel.Tests.Scan.Iterators;

public sealed class IteratedScanTests
{
    [LiveFact]
    public void Read_ByIterators_TellsWhatTheProcessFileSystemTells()
    {
        using var things = new OpenThings();
        using var child = Process.Start(new ProcessStartInfo("/bin/sleep", "600"))!;
        try
        {
            var iterated = Scan(usesIterators: true);
            Assert.Equal(ByIterators(), iterated.IsIterated);
            var read = Scan(usesIterators: false);
            Assert.False(read.IsIterated);
            var mine = Of(iterated.State, Environment.ProcessId).Where(d => things.All.Any(t => t.Number == d.Number)).ToList();
            Assert.Equal(things.All.OrderBy(t => t.Number), mine.Select(d => ((int)d.Number, d.Type)));
            Assert.Equal(Lines(Of(read.State, Environment.ProcessId).Where(d => things.All.Any(t => t.Number == d.Number))), Lines(mine));

            // What the child took over has other flags than here: exec closed some, and did not mark the others.
            Assert.NotEmpty(Of(iterated.State, child.Id));
            Assert.Equal(Lines(Of(read.State, child.Id)), Lines(Of(iterated.State, child.Id)));
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    [LiveFact]
    public void Read_ByIterators_TellsBothEndsOfAUnixSocketAsEventsDo()
    {
        using var things = new OpenThings();
        var (state, isIterated) = Scan(usesIterators: true);
        Assert.Equal(ByIterators(), isIterated);
        if (!isIterated)
        {
            return;
        }

        var sockets = Of(state, Environment.ProcessId).Where(d => d.Type == DescriptorType.UnixSocket && things.All.Any(t => t.Number == d.Number)).ToList();
        Assert.Equal(4, sockets.Count);
        Assert.All(sockets, s => Assert.NotEqual(0UL, s.UnixSource));
        var pair = sockets.Where(s => s.UnixDestination != 0).ToList();
        Assert.Equal(2, pair.Count);
        Assert.Equal((pair[1].UnixSource, pair[1].UnixDestination), (pair[0].UnixDestination, pair[0].UnixSource));
    }

    [Fact]
    public void Read_OfAnotherRoot_UsesNoIterators()
    {
        using var machine = new FakeMachine();
        Assert.False(machine.Scan().Report.IsIterated);
    }

    // Programs may ask for paths since kernel 5.10; the number is that of the first pid namespace.
    static bool ByIterators() => Environment.OSVersion.Version >= new Version(5, 10) && new FileInfo("/proc/self/ns/pid").LinkTarget == "pid:[4026531836]";

    static (SnapshotRecorder State, bool IsIterated) Scan(bool usesIterators)
    {
        using var scan = new MachineScan(new ScanOptions { UsesIterators = usesIterators });
        var state = new SnapshotRecorder();
        return (state, scan.Read(state).IsIterated);
    }

    static List<DescriptorEntry> Of(SnapshotRecorder state, int pid) => [.. state.Descriptors.Where(d => d.Tid == pid).Select(d => d.Entry).OrderBy(d => d.Number)];

    // The process file system hides where sockets lie.
    static IEnumerable<string> Lines(IEnumerable<DescriptorEntry> entries)
    {
        var recorder = new SnapshotRecorder();
        foreach (var entry in entries)
        {
            entry.UnixSource = entry.UnixDestination = 0;
            recorder.AddDescriptor(0, entry);
        }

        return recorder.Lines;
    }
}
