using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Merge;

/// <summary>The records of one processor that were taken out of its ring and not delivered yet.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="processor">From 0.</param>
/// <param name="bytes">How much is taken at once; more than the longest record.</param>
sealed class RecordQueue(IRecordSource source, ushort processor, int bytes)
{
    /// <summary>The time of the head of a queue without records.</summary>
    public const ulong Never = ulong.MaxValue;

    readonly byte[] _buffer = new byte[bytes];
    int _next;
    int _end;
    ulong _lastTime;

    /// <summary>The processor, from 0.</summary>
    public ushort Processor => processor;

    /// <summary>The records; the first one's event begins at <see cref="HeadOffset"/>.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Where the first record's event begins.</summary>
    public int HeadOffset { get; private set; }

    /// <summary>Bytes of the first record's event, from the event's own header; the record may be longer.</summary>
    public int HeadLength => (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(HeadOffset + 16)), (uint)(_next - HeadOffset));

    /// <summary>The first record's time, nanoseconds since 1970; <see cref="Never"/> when there is none.</summary>
    public ulong HeadTime { get; private set; } = Never;

    /// <summary>Where the source stands.</summary>
    public IRecordSource Source => source;

    /// <summary>Takes what is in the ring. Only for a queue without records.</summary>
    /// <param name="isEmptied">True when nothing reserved before the call is left in the ring.</param>
    /// <returns>Bytes taken.</returns>
    public int Refill(out bool isEmptied)
    {
        var taken = source.Drain(_buffer, out isEmptied);
        _next = 0;
        _end = taken;
        _lastTime = 0;
        Advance();
        return taken;
    }

    /// <summary>The time of the youngest record of those taken last; 0 when none was taken.</summary>
    public ulong LastTime()
    {
        if (_lastTime != 0)
        {
            return _lastTime;
        }

        for (var at = 0; at < _end;)
        {
            var header = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(at));
            if ((header & RingReader.VoidBit) == 0)
            {
                _lastTime = Math.Max(_lastTime, Time(at));
            }

            at += (int)RingReader.RecordBytes(header);
        }

        return _lastTime;
    }

    /// <summary>Goes to the next record. The bytes of the one before stay valid until <see cref="Refill"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        while (_next < _end)
        {
            var at = _next;
            var header = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(at));
            _next = at + (int)RingReader.RecordBytes(header);
            if ((header & RingReader.VoidBit) == 0)
            {
                HeadOffset = at + RingReader.HeaderBytes;
                HeadTime = Time(at);
                return;
            }
        }

        HeadTime = Never;
    }

    ulong Time(int record) => BinaryPrimitives.ReadUInt64LittleEndian(_buffer.AsSpan(record + RingReader.HeaderBytes));
}
