using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Mesoscope.Captures.Input;

/// <summary>
/// A window on the capture's bytes that moves forward only. What lies between <see cref="At"/> and <see cref="End"/> is in memory;
/// <see cref="Ensure"/> brings more, next to what is there, and moves the window's buffer when it must.
/// </summary>
sealed class CaptureInput : IDisposable
{
    // A block that holds one event of the usual kind is never longer than 64 KiB and its frame.
    const int UsualHeadroomBytes = 66 * 1024;

    // One block of several megabytes must not hold its memory for the rest of the capture.
    const int KeptSpillBytes = 4 * 1024 * 1024;
#if DEBUG
    const int UsualChunkBytes = 4096;
#else
    // Handing a piece over costs both threads a switch; pieces a quarter of this size cost a tenth of the time of a plain run.
    const int UsualChunkBytes = 1024 * 1024;
#endif
    readonly CaptureSource _source;
    readonly ChunkReader _chunks;
    Chunk? _chunk;
    byte[] _spill = [];
    long _bufferOffset;

    public CaptureInput(CaptureSource source, int chunkBytes)
    {
        _source = source;
        var size = chunkBytes > 0 ? chunkBytes : UsualChunkBytes;
        _chunks = new ChunkReader(source, Math.Min(UsualHeadroomBytes, size / 4), size);
    }

    /// <summary>Holds the window; another one after a call that brought bytes.</summary>
    public byte[] Buffer { get; private set; } = [];

    /// <summary>Where the window begins in <see cref="Buffer"/>: the next byte to read. Whoever read bytes moves it on.</summary>
    public int At { get; set; }

    /// <summary>Behind the window's last byte.</summary>
    public int End { get; private set; }

    /// <summary>Bytes of the capture before <see cref="At"/>, after decompression.</summary>
    public long Position => _bufferOffset + At;

    /// <summary>What stopped the reading; null while all is well and at a clean end.</summary>
    public Exception? Error { get; private set; }

    /// <summary>True when the file is gzip.</summary>
    public bool IsCompressed => _source.IsCompressed;

    /// <summary>Bytes of the file as stored; -1 for a pipe.</summary>
    public long StoredLength => _source.Length;

    /// <summary>Bytes of the file, as stored, that have been used up.</summary>
    public long StoredPosition { get; private set; }

    /// <summary>Makes the window at least so long; false when the file ends before, and then all that is left is in the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Ensure(int count) => End - At >= count || Bring(count);

    /// <summary>Moves on without keeping the bytes; false when the file ends before.</summary>
    public bool Skip(long count)
    {
        while (true)
        {
            var here = (int)Math.Min(count, End - At);
            At += here;
            count -= here;
            if (count == 0)
            {
                return true;
            }

            if (!Bring(1))
            {
                return false;
            }
        }
    }

    /// <summary>The 32 bits that begin so many bytes behind <see cref="At"/>; they must be in the window.</summary>
    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Buffer.AsSpan(At + offset, 4));

    public void Dispose() => _chunks.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool Bring(int count)
    {
        while (End - At < count)
        {
            if (Error is not null || _chunks.Take() is not { } next)
            {
                return false;
            }

            Error = next.Error;
            StoredPosition = next.StoredPosition;
            Append(next, count);
        }

        return true;
    }

    void Append(Chunk next, int wanted)
    {
        var position = Position;
        var left = End - At;
        if (left <= next.Start)
        {
            Buffer.AsSpan(At, left).CopyTo(next.Buffer.AsSpan(next.Start - left));
            Leave();
            _spill = _spill.Length > KeptSpillBytes ? [] : _spill;
            _chunk = next;
            Buffer = next.Buffer;
            At = next.Start - left;
            End = next.Start + next.Count;
        }
        else
        {
            Spill(next, left, wanted);
        }

        _bufferOffset = position - At;
    }

    /// <summary>What is left does not fit before the next piece: both go to a buffer of their own. It grows only by bytes that are really there.</summary>
    void Spill(Chunk next, int left, int wanted)
    {
        if (Buffer == _spill && _spill.Length - End >= next.Count)
        {
            next.Buffer.AsSpan(next.Start, next.Count).CopyTo(_spill.AsSpan(End));
            End += next.Count;
        }
        else
        {
            var needed = left + next.Count;
            var target = Buffer != _spill && _spill.Length >= needed
                ? _spill
                : GC.AllocateUninitializedArray<byte>(Math.Max(needed, (int)Math.Min(2L * left, wanted + (long)next.Count)));
            Buffer.AsSpan(At, left).CopyTo(target);
            next.Buffer.AsSpan(next.Start, next.Count).CopyTo(target.AsSpan(left));
            Leave();
            _spill = Buffer = target;
            At = 0;
            End = needed;
        }

        _chunks.Return(next);
    }

    void Leave()
    {
        if (_chunk is { } chunk)
        {
            _chunk = null;
            _chunks.Return(chunk);
        }
    }
}
