using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests;

public sealed class CaptureWriterTests
{
    static byte[] Copy(byte[] capture, CaptureWriterOptions options = default)
    {
        var target = new MemoryStream();
        using (var reader = CaptureReader.Open(new MemoryStream(capture), "in"))
        using (var writer = CaptureWriter.Create(target, "out", options))
        {
            reader.ReadStart(writer.Snapshot);
            var source = new Event();
            while (reader.ReadNext(source))
            {
                writer.Write(source);
            }
        }

        return target.ToArray();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_Copy_IsReadLikeItsSource(bool isCompressed)
    {
        var capture = SampleCapture.Build().ToArray();
        var copy = Copy(capture, new CaptureWriterOptions { IsCompressed = isCompressed });
        var (expected, actual) = (Reading.Of(capture), Reading.Of(copy));
        Assert.Null(actual.Damage);
        Assert.Equal(expected.State.Lines, actual.State.Lines);
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(isCompressed, actual.Reader.IsCompressed);
    }

    [Fact]
    public void Write_SampleCapture_IsTheSameBytes()
    {
        var capture = SampleCapture.Build().ToArray();
        Assert.Equal(capture, Copy(capture));
    }

    [Fact]
    public void Write_OldFormats_BecomeCurrentBlocks()
    {
        var capture = new CaptureBuilder().Section(0).Machine("host")
            .Interfaces(1, SampleCapture.Interfaces).Users(1, [SampleCapture.User], SampleCapture.Group)
            .Processes(5, SampleCapture.Thread).Descriptors(1, 101, SampleCapture.Descriptors)
            .OldEvent(EventType.SyscallReadExit, 1, 101, Parameter.I64(2), [1, 2, 3]).ToArray();
        var copy = Copy(capture);
        var (expected, actual) = (Reading.Of(capture), Reading.Of(copy));
        Assert.Equal(expected.State.Lines, actual.State.Lines);
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal([0x0A0D0D0Au, 0x201u, 0x219u, 0x220u, 0x215u, 0x218u, 0x216u], BlockTypes(copy));
    }

    [Fact]
    public void Write_LaterDescriptorKinds_AreUnsupportedToOlderReadersOnly()
    {
        var capture = new CaptureBuilder().Section().Processes(9, SampleCapture.Thread)
            .Descriptors(2, 101, new DescriptorEntry { Number = 1, Type = DescriptorType.PidFd, Name = "pidfd"u8.ToArray() }).ToArray();
        var copy = Copy(capture);
        Assert.Equal(DescriptorType.PidFd, Assert.Single(Reading.Of(copy).State.Descriptors).Entry.Type);
        var list = copy.AsSpan(copy.AsSpan().IndexOf("pidfd"u8) - 3);
        Assert.Equal((byte)DescriptorType.Unsupported, list[0]);
    }

    [Fact]
    public void Write_TextsLongerThanReadersTake_AreCut()
    {
        var target = new MemoryStream();
        using (var writer = CaptureWriter.Create(target, "out"))
        {
            var name = new byte[70_000];
            name.AsSpan().Fill((byte)'x');
            writer.WriteStart(
                null,
                [new InterfaceEntry { Name = name, Address = [1, 2, 3, 4] }],
                [new UserEntry { Name = name, HomeDirectory = name, Shell = name }],
                [new GroupEntry { Name = name }],
                [new ThreadEntry { Tid = 1, Comm = name, Arguments = name, Environment = name }],
                [(1, new DescriptorEntry { Type = DescriptorType.Fifo, Name = name })]);
        }

        var state = Reading.Of(target.ToArray()).State;
        Assert.Equal((255, 255, 255), (state.Users[0].Shell.Length, state.Groups[0].Name.Length, state.Users[0].Name.Length));
        Assert.Equal((1024, 4096, 4096), (state.Threads[0].Comm.Length, state.Threads[0].Arguments.Length, state.Threads[0].Environment.Length));
        Assert.Equal((1023, 1023), (state.Descriptors[0].Entry.Name.Length, state.Interfaces[0].Name.Length));
    }

    [Fact]
    public void Write_Bytes_GetTheirLength()
    {
        var target = new MemoryStream();
        using (var writer = CaptureWriter.Create(target, "out"))
        {
            writer.Snapshot.BeginSection();
            writer.Snapshot.EndSnapshot();
            var bytes = CaptureBuilder.EventBytes(EventType.ContainerJsonV2Enter, 5, -1, isLarge: true, Parameter.Text(new string('j', 70_000)));
            bytes[16] = 0;
            writer.Write(bytes, 2, EventBlockFlags.StateOnly);
            Assert.Equal(1, writer.EventCount);
        }

        var reading = Reading.Of(target.ToArray());
        Assert.StartsWith("5 -1 ContainerJsonV2Enter cpu 2 StateOnly, Large [6A6A", Assert.Single(reading.Events), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FullDisk_EndsWithTheLastWholeEvent()
    {
        var disk = new SmallDisk(1000);
        var writer = CaptureWriter.Create(disk, "out.scap");
        writer.Snapshot.BeginSection();
        writer.Snapshot.EndSnapshot();
        for (var i = 0; i < 100; i++)
        {
            writer.Write(CaptureBuilder.EventBytes(EventType.SyscallCloseEnter, 1, 1, false, Parameter.I64(i)), 0, EventBlockFlags.None);
        }

        var problem = Assert.Throws<CaptureFileException>(writer.Dispose);
        Assert.Equal((CaptureFileProblem.NoSpace, "out.scap"), (problem.Problem, problem.Path));
        var reading = Reading.Of(disk.ToArray());
        Assert.Null(reading.Damage);
        Assert.Equal((1000 - 28) / 52, reading.Events.Count);
    }

    [Fact]
    public void Write_ManyEvents_AllocatesNothing()
    {
        using var reader = CaptureReader.Open(Enumerable.Range(0, 5000).Aggregate(CaptureBuilder.Start(), (b, i) => SampleCapture.AddRead(b, i % 9)).ToStream(), "in");
        using var writer = CaptureWriter.Create(Stream.Null, "out");
        reader.ReadStart(writer.Snapshot);
        var source = new Event();
        reader.ReadNext(source);
        // The first round meets code that has never run, the flush of a full piece above all.
        WriteMany(writer, source);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteMany(writer, source);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void WriteMany(CaptureWriter writer, Event source)
        {
            for (var i = 0; i < 20_000; i++)
            {
                writer.Write(source);
            }
        }
    }

    static List<uint> BlockTypes(byte[] capture)
    {
        var types = new List<uint>();
        for (var at = 0; at < capture.Length; at += BitConverter.ToInt32(capture, at + 4))
        {
            types.Add(BitConverter.ToUInt32(capture, at));
        }

        return types;
    }
}
