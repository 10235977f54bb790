using Mesoscope.Events.Snapshot;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests.Blocks;

public sealed class ProcessListBlockTests
{
    static ThreadEntry ReadOne(int version) => Assert.Single(Reading.Of(new CaptureBuilder().Section().Processes(version, SampleCapture.Thread).ToArray()).State.Threads);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Read_EachVersion_TakesWhatItStores(int version)
    {
        var entry = ReadOne(version);
        var source = SampleCapture.Thread;
        Assert.Equal((source.Tid, source.Pid, source.ParentTid), (entry.Tid, entry.Pid, entry.ParentTid));
        Assert.Equal([source.Comm, source.Exe, source.Arguments, source.WorkingDirectory], [entry.Comm, entry.Exe, entry.Arguments, entry.WorkingDirectory]);
        Assert.Equal((1024, 9u, 1000u, 1001u), (entry.DescriptorLimit, entry.Flags, entry.Uid, entry.Gid));
        Assert.Equal(version >= 2 ? (5u, 9ul) : (0u, 0ul), (entry.VirtualMemoryKiB, entry.MinorFaults));
        Assert.Equal(version >= 3 ? source.Environment : [], entry.Environment);
        Assert.Equal(version >= 4 ? (11, 10) : (-1, -1), (entry.VirtualTid, entry.VirtualPid));
        Assert.Equal(version >= 4 ? source.Cgroups : [], entry.Cgroups);
        Assert.Equal(version >= 5 ? source.Root : [], entry.Root);
        Assert.Equal(version >= 6 ? 99 : -1, entry.SessionId);
        Assert.Equal(version >= 7 ? source.ExePath : [], entry.ExePath);
        Assert.Equal(version >= 8 ? 98 : -1, entry.VirtualGroupId);
        Assert.Equal(version >= 9 ? (1002, true) : (-1, false), (entry.LoginUid, entry.IsExeWritable));
    }

    [Theory]
    [InlineData(1, 0x8000ABCDu)]
    [InlineData(2, 0x8013ABCDu)]
    [InlineData(3, 0x8014ABCDu)]
    public void Read_NumberFromBeforeTheRelease_IsTheSameBlock(int version, uint oldNumber)
    {
        var bytes = new CaptureBuilder().Section().Processes(version, SampleCapture.Thread).ToArray();
        BitConverter.GetBytes(oldNumber).CopyTo(bytes, 28);
        Assert.Equal(101, Assert.Single(Reading.Of(bytes).State.Threads).Tid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_EntryWithLaterFields_FindsThemInEitherOrder(bool keepsReferenceOrder)
    {
        var entry = new ThreadEntry { Tid = 5, LoginUid = 7, NamespaceInitTime = 12345, Tty = 34816, PermittedCapabilities = 3, ExeInode = 9, IsExeLowerLayer = true, GroupId = 4 };
        var stream = new MemoryStream();
        using (var writer = CaptureWriter.Create(stream, "test", new CaptureWriterOptions { KeepsReferenceOrder = keepsReferenceOrder }))
        {
            writer.Snapshot.BeginSection();
            writer.Snapshot.AddThread(entry);
            writer.Snapshot.EndSnapshot();
        }

        var expected = new SnapshotRecorder();
        expected.AddThread(entry);
        var reading = Reading.Of(stream.ToArray());
        Assert.Contains(expected.Lines[0], reading.State.Lines);
    }

    [Fact]
    public void Read_FieldsBeyondTheKnownOnes_ArePassedOver()
    {
        var builder = new CaptureBuilder().Section().Processes(9, SampleCapture.Thread, SampleCapture.Thread);
        var bytes = builder.ToArray().ToList();
        // Make the first entry longer by four bytes, and its block with it.
        var entryBytes = BitConverter.ToInt32([.. bytes], 36);
        bytes.InsertRange(36 + entryBytes, new byte[40]);
        var grown = bytes.ToArray();
        BitConverter.GetBytes(entryBytes + 40).CopyTo(grown, 36);
        BitConverter.GetBytes(grown.Length - 28).CopyTo(grown, 32);
        BitConverter.GetBytes(grown.Length - 28).CopyTo(grown, grown.Length - 4);
        var reading = Reading.Of(grown);
        Assert.Null(reading.Damage);
        Assert.Equal(2, reading.State.Threads.Count);
        Assert.Equal("worker"u8.ToArray(), reading.State.Threads[1].Comm);
    }

    [Fact]
    public void Read_EntryShorterThanItsFields_IsDamage()
    {
        var bytes = new CaptureBuilder().Section().Processes(9, SampleCapture.Thread).ToArray();
        bytes[36] = 60;
        bytes[37] = 0;
        Assert.Equal(CaptureDamage.BadEntry, Reading.Of(bytes).Damage?.Reason);
    }
}
