using System.Buffers.Binary;
using Mesoscope.Kernel.Interop.Ring;
using Mesoscope.Kernel.Merge;

namespace Mesoscope.Kernel.Tests.Merge;

// Records with nothing but a time. IsBusy: one more is reserved and not finished.
sealed class FakeSource : IRecordSource
{
    readonly Queue<(ulong Time, bool IsVoid)> _waiting = new();

    public bool IsBusy { get; set; }

    public ulong GatheringTime { get; set; }

    public void Add(ulong time, bool isVoid = false) => _waiting.Enqueue((time, isVoid));

    public int Drain(Span<byte> target, out bool isEmptied)
    {
        const int EventBytes = 32;
        var at = 0;
        while (_waiting.TryDequeue(out var record))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[at..], EventBytes | (record.IsVoid ? RingReader.VoidBit : 0));
            BinaryPrimitives.WriteUInt64LittleEndian(target[(at + 8)..], record.Time);
            at += EventBytes + 8;
        }

        isEmptied = !IsBusy;
        return at;
    }
}
