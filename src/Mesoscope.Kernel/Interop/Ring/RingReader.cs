using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>
/// Takes records out of a BPF ring buffer. Layout from kernel/bpf/ringbuf.c: the reader's position is the first word of a page that
/// it writes, the writer's position the first word of the next, then the data. A record is a header of 8 bytes (32 bits of length, of
/// which bit 31 says that it is being written and bit 30 that it is void; 32 bits that are the kernel's) and its bytes, filled up to 8.
/// </summary>
/// <remarks>Not safe for several threads; the writers are the kernel's. The memory is the caller's and must outlive the reader.</remarks>
sealed unsafe class RingReader
{
    /// <summary>Bytes before a record.</summary>
    public const int HeaderBytes = 8;

    /// <summary>A record that is being written.</summary>
    public const uint BusyBit = 1u << 31;

    /// <summary>A record that shall be passed over.</summary>
    public const uint VoidBit = 1u << 30;

    readonly ulong* _readPosition;
    readonly ulong* _writePosition;
    readonly byte* _data;
    readonly ulong _mask;

    /// <summary>A reader over mapped memory.</summary>
    /// <param name="readPosition">The reader's position; written.</param>
    /// <param name="writePosition">The writer's position.</param>
    /// <param name="data">The data, <paramref name="bytes"/> long; a second mapping behind it is not needed.</param>
    /// <param name="bytes">A power of two.</param>
    public RingReader(nint readPosition, nint writePosition, nint data, uint bytes)
    {
        _readPosition = (ulong*)readPosition;
        _writePosition = (ulong*)writePosition;
        _data = (byte*)data;
        _mask = bytes - 1;
    }

    /// <summary>
    /// Moves finished records, headers included, into <paramref name="target"/>: as many as are there and fit, up to the first that is
    /// still being written. The room in the ring is free again.
    /// </summary>
    /// <param name="target">Receives the records one behind the other; at least as long as the longest record.</param>
    /// <param name="isEmptied">True when nothing reserved before the call is left in the ring.</param>
    /// <returns>Bytes written to <paramref name="target"/>.</returns>
    public int Drain(Span<byte> target, out bool isEmptied)
    {
        var start = *_readPosition;
        var reserved = Volatile.Read(ref *_writePosition);
        var limit = Math.Min(reserved, start + (ulong)target.Length);
        var end = start;
        while (end < limit)
        {
            var header = Volatile.Read(ref *(uint*)(_data + (end & _mask)));
            if ((header & BusyBit) != 0)
            {
                break;
            }

            var next = end + RecordBytes(header);
            if (next > limit)
            {
                break;
            }

            end = next;
        }

        isEmptied = end == reserved;
        if (end != start)
        {
            Copy(start, target[..(int)(end - start)]);
            Volatile.Write(ref *_readPosition, end);
        }

        return (int)(end - start);
    }

    /// <summary>Bytes from one record to the next, given the first four bytes of its header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RecordBytes(uint header) => ((header & ~(BusyBit | VoidBit)) + HeaderBytes + 7) & ~7u;

    void Copy(ulong start, Span<byte> target)
    {
        var at = (int)(start & _mask);
        var first = Math.Min(target.Length, (int)(_mask + 1) - at);
        new ReadOnlySpan<byte>(_data + at, first).CopyTo(target);
        new ReadOnlySpan<byte>(_data, target.Length - first).CopyTo(target[first..]);
    }
}
