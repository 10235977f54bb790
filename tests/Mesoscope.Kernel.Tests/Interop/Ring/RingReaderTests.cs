using System.Buffers.Binary;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Tests.Interop.Ring;

public sealed class RingReaderTests : IDisposable
{
    readonly byte[] _target = new byte[256 * 1024];
    readonly FakeRing _ring = new();

    [Fact]
    public void Drain_EmptyRing_TakesNothing()
    {
        Assert.Equal(0, Drain(_target, out _, out var isEmptied));
        Assert.True(isEmptied);
    }

    [Fact]
    public void Drain_Events_ComeInOnePieceEachFilledUp()
    {
        _ring.Write(time: 1, length: 30, filling: 7);
        _ring.Write(time: 2, length: 32);

        Assert.Equal(64, Drain(_target, out var last, out var isEmptied));
        Assert.True(isEmptied);
        Assert.Equal(32, last);
        Assert.Equal([7, 7], _target[28..30]);
        Assert.Equal(2, _target[32]);
    }

    [Fact]
    public void Drain_AfterALook_LeavesWhatCameBehindIt()
    {
        _ring.Write(time: 1, length: 32);
        _ring.Reader.Look();
        _ring.Write(time: 2, length: 32);

        Assert.Equal(32, _ring.Reader.Drain(_target, out _, out var isEmptied));
        Assert.True(isEmptied);
        Assert.Equal(32UL, _ring.ReadPosition);
    }

    [Fact]
    public void Drain_SmallTarget_TakesWholeEventsOnly()
    {
        _ring.Write(time: 1, length: 32);
        _ring.Write(time: 2, length: 32);

        Assert.Equal(32, Drain(_target.AsSpan(0, 63), out _, out var isEmptied));
        Assert.False(isEmptied);
        Assert.Equal(32, Drain(_target.AsSpan(0, 63), out _, out isEmptied));
        Assert.True(isEmptied);
    }

    [Fact]
    public void Drain_ManyRounds_DeliversEveryEventInOrder()
    {
        var random = new Random(5);
        ulong written = 0, read = 0;
        while (written < 40_000)
        {
            for (var i = random.Next(200); i > 0; i--)
            {
                _ring.Write(time: ++written, length: (uint)random.Next(26, 4000), filling: (byte)written);
            }

            bool isEmptied;
            do
            {
                var taken = Drain(_target.AsSpan(0, random.Next(4000, 100_000)), out var last, out isEmptied);
                for (var at = 0; at < taken;)
                {
                    Assert.Equal(++read, BinaryPrimitives.ReadUInt64LittleEndian(_target.AsSpan(at)));
                    var length = BinaryPrimitives.ReadUInt32LittleEndian(_target.AsSpan(at + RingReader.LengthOffset));
                    Assert.True(length < 26 || _target[at + (int)length - 1] == (byte)read);
                    Assert.Equal(at + RingReader.RecordBytes(length) == taken, at == last);
                    at += (int)RingReader.RecordBytes(length);
                }
            }
            while (!isEmptied);
        }

        Assert.Equal(written, read);
    }

    public void Dispose() => _ring.Dispose();

    int Drain(Span<byte> target, out int last, out bool isEmptied)
    {
        _ring.Reader.Look();
        return _ring.Reader.Drain(target, out last, out isEmptied);
    }
}
