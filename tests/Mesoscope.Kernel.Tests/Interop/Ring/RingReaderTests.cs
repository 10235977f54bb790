using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Tests.Interop.Ring;

public sealed class RingReaderTests
{
    readonly byte[] _target = new byte[256];

    [Fact]
    public void Drain_EmptyRing_TakesNothing()
    {
        using var ring = new FakeRing(128);
        Assert.Equal(0, ring.Reader.Drain(_target, out var isEmptied));
        Assert.True(isEmptied);
    }

    [Fact]
    public void Drain_RecordAcrossTheEnd_ComesInOnePiece()
    {
        using var ring = new FakeRing(64);
        ring.Write(new byte[30]);
        ring.Reader.Drain(_target, out _);
        ring.Write([.. Enumerable.Range(1, 40).Select(i => (byte)i)]);

        Assert.Equal(48, ring.Reader.Drain(_target, out var isEmptied));
        Assert.True(isEmptied);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (byte)i), _target[8..48]);
    }

    [Fact]
    public void Drain_BusyRecord_StopsBeforeItUntilItIsFinished()
    {
        using var ring = new FakeRing(128);
        ring.Write([1]);
        ring.Write([2], RingReader.BusyBit);
        ring.Write([3]);

        Assert.Equal(16, ring.Reader.Drain(_target, out var isEmptied));
        Assert.False(isEmptied);
        ring.Finish(16, 1);
        Assert.Equal(32, ring.Reader.Drain(_target, out isEmptied));
        Assert.True(isEmptied);
    }

    [Fact]
    public void Drain_SmallTarget_TakesWholeRecordsOnly()
    {
        using var ring = new FakeRing(128);
        ring.Write(new byte[8]);
        ring.Write(new byte[8]);

        Assert.Equal(16, ring.Reader.Drain(_target.AsSpan(0, 31), out var isEmptied));
        Assert.False(isEmptied);
    }
}
