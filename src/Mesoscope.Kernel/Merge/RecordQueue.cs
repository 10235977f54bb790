using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Merge;

/// <summary>The events of one ring that were taken out of it and not delivered yet.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="processor">From 0.</param>
/// <param name="bytes">How much is taken at once; more than the longest event.</param>
sealed class RecordQueue(IRecordSource source, ushort processor, int bytes)
{
    /// <summary>The time of the head of an empty queue.</summary>
    public const ulong Never = ulong.MaxValue;

    readonly byte[] _buffer = new byte[bytes];
    int _next;
    int _end;
    ulong _lastTime;

    /// <summary>The processor, from 0.</summary>
    public ushort Processor => processor;

    /// <summary>The events; the first one begins at <see cref="HeadOffset"/>.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Where the first event begins.</summary>
    public int HeadOffset { get; private set; }

    /// <summary>Bytes of the first event.</summary>
    public int HeadLength { get; private set; }

    /// <summary>The first event's time, nanoseconds since 1970; <see cref="Never"/> when there is none.</summary>
    public ulong HeadTime { get; private set; } = Never;

    /// <summary>Where the source stands.</summary>
    public IRecordSource Source => source;

    /// <summary>The time of the youngest event of those taken last; 0 when none was taken. A processor writes its events in the order of time.</summary>
    public ulong LastTime => _lastTime;

    /// <summary>Takes what is in the ring. Only for an empty queue.</summary>
    /// <param name="isEmptied">True when nothing is left in the ring that was finished at the source's last look.</param>
    /// <returns>Bytes taken.</returns>
    public int Refill(out bool isEmptied)
    {
        _end = source.Drain(_buffer, out var last, out isEmptied);
        _next = 0;
        _lastTime = _end > 0 ? Time(last) : 0;
        Advance();
        return _end;
    }

    /// <summary>Goes to the next event. The bytes of the one before stay valid until <see cref="Refill"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        if (_next >= _end)
        {
            HeadTime = Never;
            return;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(_next + RingReader.LengthOffset));
        HeadOffset = _next;
        HeadLength = (int)length;
        HeadTime = Time(_next);
        _next += (int)RingReader.RecordBytes(length);
    }

    ulong Time(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_buffer.AsSpan(at));
}
