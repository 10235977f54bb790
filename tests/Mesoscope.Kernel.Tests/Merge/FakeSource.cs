using System.Buffers.Binary;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Tests.Merge;

// Events with nothing but a time. Batch: how many are delivered at once; the rest stays in the ring.
sealed class FakeSource : IRecordSource
{
    readonly Queue<ulong> _waiting = new();
    int _finished;

    public int Batch { get; set; } = int.MaxValue;

    public ulong WritingSince { get; set; }

    public void Add(ulong time) => _waiting.Enqueue(time);

    public void Look() => _finished = _waiting.Count;

    public int Drain(Span<byte> target, out int last, out bool isEmptied)
    {
        const int EventBytes = 32;
        var at = 0;
        for (var left = Math.Min(Batch, _finished); left > 0; left--)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(target[at..], _waiting.Dequeue());
            BinaryPrimitives.WriteUInt32LittleEndian(target[(at + RingReader.LengthOffset)..], EventBytes);
            at += EventBytes;
            _finished--;
        }

        last = at - EventBytes;
        isEmptied = _finished == 0;
        return at;
    }
}
