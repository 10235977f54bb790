using Mesoscope.Captures.Rotation;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests.Rotation;

public sealed class RotatingCaptureWriterTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("rotation").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_StateLargerThanTheLimit_FillsEachFileBehindIt()
    {
        var files = Write("a.scap", new RotationOptions { Megabytes = 1, Files = 10 }, 200, dataBytes: 20_000, threads: 60_000);
        Assert.Equal(["a.scap00", "a.scap01", "a.scap02", "a.scap03"], files.Select(f => f.Name));
        Assert.Equal(200, files.Sum(f => f.Events));
        Assert.InRange(files[0].Events, 50, 51);
    }

    /// <summary>Writes events a second apart and tells how many each file holds.</summary>
    List<(string Name, int Events)> Write(string name, RotationOptions options, int count, int dataBytes = 0, int firstIndexWithTime = 0, int threads = 1)
    {
        var source = new Event();
        using (var writer = new RotatingCaptureWriter(Path.Combine(_folder, name), default, options, sink => WriteState(sink, threads)))
        {
            for (var i = 0; i < count; i++)
            {
                var bytes = CaptureBuilder.EventBytes(EventType.SyscallReadExit, i < firstIndexWithTime ? 0 : (ulong)(1000 + i) * 1_000_000_000, 1, false, Parameter.I64(i), new byte[dataBytes]);
                source.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
                writer.Write(source);
            }
        }

        return [.. Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), CountEvents(f, threads)))];
    }

    static void WriteState(ISnapshotSink sink, int threads)
    {
        sink.BeginSection();
        for (var i = 0; i < threads; i++)
        {
            sink.AddThread(SampleCapture.Thread);
        }

        sink.EndSnapshot();
    }

    static int CountEvents(string path, int threads)
    {
        var reading = Reading.Of(File.ReadAllBytes(path));
        Assert.Null(reading.Damage);
        Assert.Equal(threads, reading.State.Threads.Count);
        return reading.Events.Count;
    }

    [Fact]
    public void Write_NoLimit_IsOneFile() => Assert.Equal([("a.scap", 5)], Write("a.scap", default, 5));

    [Fact]
    public void Write_EventLimit_FirstFileHoldsOneLess() =>
        Assert.Equal([("a.scap0", 2), ("a.scap1", 3), ("a.scap2", 3), ("a.scap3", 1)], Write("a.scap", new RotationOptions { Events = 3 }, 9));

    [Fact]
    public void Write_EventAndFileLimit_WritesFilesAnew() =>
        Assert.Equal([("a.scap0", 3), ("a.scap1", 1)], Write("a.scap", new RotationOptions { Events = 3, Files = 2 }, 9));

    [Fact]
    public void Write_Seconds_CountsFiles() =>
        Assert.Equal([("a.scap0", 4), ("a.scap1", 4), ("a.scap2", 1)], Write("a.scap", new RotationOptions { Seconds = 4 }, 9));

    [Fact]
    public void Write_SecondsWithPattern_NamesFilesByTheirFirstEvent()
    {
        var names = Write("a%s.scap", new RotationOptions { Seconds = 10 }, 25).Select(f => f.Name);
        Assert.Equal(["a1000.scap", "a1010.scap", "a1020.scap"], names);
    }

    [Fact]
    public void Write_EventsWithoutTime_GoToTheFirstFile()
    {
        var files = Write("a%s.scap", new RotationOptions { Seconds = 10 }, 15, firstIndexWithTime: 3);
        Assert.Equal([("a1003.scap", 13), ("a1013.scap", 2)], files);
    }

    [Fact]
    public void Write_NoEventAtAll_LeavesTheState() => Assert.Equal([("a0.scap", 0)], Write("a%s.scap", new RotationOptions { Seconds = 10 }, 0));

    [Fact]
    public void Write_SecondsWithPatternAndFileLimit_RemovesTheOldest()
    {
        var names = Write("a%s.scap", new RotationOptions { Seconds = 10, Files = 2 }, 35).Select(f => f.Name);
        Assert.Equal(["a1020.scap", "a1030.scap"], names);
    }

    [Fact]
    public void Write_Megabytes_GoesByTheSizeThatWasHandedOn()
    {
        var files = Write("a.scap", new RotationOptions { Megabytes = 1, Files = 10 }, 200, dataBytes: 20_000);
        Assert.Equal(["a.scap00", "a.scap01", "a.scap02", "a.scap03"], files.Select(f => f.Name));
        Assert.Equal(50, files[0].Events);
        Assert.Equal(200, files.Sum(f => f.Events));
    }
}
