using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests;

public sealed class CaptureReaderTests
{
    [Fact]
    public void ReadNext_SampleCapture_DeliversEveryEventWithItsValues()
    {
        var reading = Reading.Of(SampleCapture.Build().ToArray());
        Assert.Null(reading.Damage);
        Assert.Equal(12, reading.Events.Count);
        Assert.Equal("1002 101 SyscallReadExit cpu 0 None [0200000000000000 000000000000]", reading.Events[2]);
        Assert.Equal("2000 101 SyscallCloseEnter cpu 3 StateOnly [0300000000000000]", reading.Events[10]);
        Assert.StartsWith("2001 -1 ContainerJsonV2Enter cpu 0 Large [", reading.Events[11], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(1 << 20)]
    public void ReadNext_PiecesOfAnySize_DeliverTheSame(int chunkBytes)
    {
        var capture = SampleCapture.Build().ToArray();
        var expected = Reading.Of(capture);
        var reading = Reading.Of(capture, new CaptureReaderOptions { ChunkBytes = chunkBytes });
        Assert.Equal(expected.Events, reading.Events);
        Assert.Equal(expected.State.Lines, reading.State.Lines);
    }

    [Fact]
    public void ReadNext_GzipOfSeveralMembers_IsReadThrough()
    {
        var capture = SampleCapture.Build().ToArray();
        byte[] zipped = [.. CaptureBuilder.Gzip(capture[..500]), .. CaptureBuilder.Gzip(capture[500..])];
        var reading = Reading.Of(zipped);
        Assert.Null(reading.Damage);
        Assert.Equal(Reading.Of(capture).Events, reading.Events);
        Assert.True(reading.Reader.IsCompressed);
        Assert.Equal(zipped.Length, reading.Reader.StoredPosition);
    }

    [Fact]
    public void ReadNext_TwoCapturesInOneFile_BeginsAnotherSection()
    {
        var one = SampleCapture.Build().ToArray();
        var reading = Reading.Of([.. one, .. CaptureBuilder.Start(7).Event(EventType.SyscallCloseEnter, 1, 7, Parameter.I64(1)).ToArray()]);
        Assert.Equal(13, reading.Events.Count);
        Assert.Equal(2, reading.State.SectionCount);
        Assert.Equal(2, reading.State.EndCount);
        Assert.Equal([101, 7], reading.State.Threads.Select(t => t.Tid));
    }

    [Fact]
    public void ReadNext_StateBetweenEvents_IsDelivered()
    {
        var builder = SampleCapture.Build().Users(2, [], new Events.Snapshot.GroupEntry { Gid = 7, Name = "late"u8.ToArray() });
        var reading = Reading.Of(SampleCapture.AddRead(builder, 1).ToArray());
        Assert.Equal(13, reading.Events.Count);
        Assert.Equal(2, reading.State.EndCount);
        Assert.Equal("late"u8.ToArray(), reading.State.Groups[^1].Name);
    }

    [Fact]
    public void ReadNext_UnknownBlocksAndEvents_ArePassedOverAndCounted()
    {
        var builder = CaptureBuilder.Start().Block(0x999, new byte[40]).Event((EventType)60000, 1, 1, Parameter.I64(1)).Block(0x80FFABCD, []);
        var reading = Reading.Of(SampleCapture.AddRead(builder, 1).ToArray());
        Assert.Single(reading.Events);
        Assert.Equal(2, reading.Reader.UnknownBlockCount);
        Assert.Equal(1, reading.Reader.UnknownEventCount);
    }

    [Fact]
    public void ReadStart_SectionWithOptions_IsRead()
    {
        var builder = new CaptureBuilder().Section(3, [1, 0, 4, 0, .. "note"u8, 0, 0, 0, 0]).Machine("host");
        var reading = Reading.Of(SampleCapture.AddRead(builder, 1).ToArray());
        Assert.Null(reading.Damage);
        Assert.Single(reading.Events);
        Assert.Equal(3, reading.Reader.MinorVersion);
    }

    [Fact]
    public void ReadNext_StreamThatCannotSeek_IsRead()
    {
        var capture = SampleCapture.Build().ToGzip();
        var reading = Reading.Of(new TricklingStream(capture, 7));
        Assert.Null(reading.Damage);
        Assert.Equal(12, reading.Events.Count);
        Assert.Equal(-1, reading.Reader.StoredLength);
    }

    [Fact]
    public void ReadNext_ManyEvents_AllocatesNothing()
    {
        var builder = CaptureBuilder.Start();
        for (var i = 0; i < 20_000; i++)
        {
            builder = i % 2 == 0 ? SampleCapture.AddRead(builder, i % 10) : builder.OldEvent(EventType.SyscallReadExit, 1, 1, Parameter.I64(1), []);
        }

        using var reader = CaptureReader.Open(builder.ToStream(), "test", new CaptureReaderOptions { ChunkBytes = 16 * 1024 });
        reader.ReadStart(new SnapshotRecorder());
        var source = new Event();
        for (var i = 0; i < 4000; i++)
        {
            Assert.True(reader.ReadNext(source));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 15_000; i++)
        {
            reader.ReadNext(source);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void ReadNext_BeforeTheStart_IsRefused()
    {
        using var reader = CaptureReader.Open(SampleCapture.Build().ToStream(), "test");
        Assert.Throws<InvalidOperationException>(() => reader.ReadNext(new Event()));
    }
}
