using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>
/// Takes events out of a ring: one behind the other, each filled up to 8 bytes, none across two blocks. Positions are bytes since the
/// start. Keep in sync with <c>next_place</c> in bpf/event.h.
/// </summary>
/// <remarks>Not safe for several threads; the writers are the kernel's. The memory is the caller's and must outlive the reader.</remarks>
sealed unsafe class RingReader : IRecordSource
{
    /// <summary>Bytes of a block: BLOCK_BYTES in bpf/settings.h.</summary>
    public const uint BlockBytes = 1 << 20;

    /// <summary>Where in an event its length is.</summary>
    public const int LengthOffset = 16;

    // LAST_START in bpf/settings.h: behind it no event begins in a block.
    const uint LastStart = BlockBytes - (1 << 17);

    readonly RingState* _state;
    readonly byte* _data;
    readonly ulong _mask;
    ulong _written;

    /// <summary>A reader over mapped memory.</summary>
    /// <param name="state">What the programs tell.</param>
    /// <param name="data">The blocks.</param>
    /// <param name="bytes">How long they are together: a power of two.</param>
    public RingReader(RingState* state, nint data, uint bytes)
    {
        _state = state;
        _data = (byte*)data;
        _mask = bytes - 1;
    }

    /// <inheritdoc/>
    public ulong WritingSince => Volatile.Read(ref _state->WritingSince);

    /// <inheritdoc/>
    public void Look() => _written = Volatile.Read(ref _state->Written);

    /// <inheritdoc/>
    public int Drain(Span<byte> target, out int last, out bool isEmptied)
    {
        var position = _state->Read;
        var taken = 0;
        last = 0;
        while (position < _written)
        {
            var left = BlockBytes - (uint)(position & (BlockBytes - 1));
            if (left < BlockBytes - LastStart)
            {
                position += left;
                continue;
            }

            var bytes = MeasureRun(position, (uint)(target.Length - taken), out var lastOfRun);
            if (bytes == 0)
            {
                break;
            }

            new ReadOnlySpan<byte>(_data + (position & _mask), (int)bytes).CopyTo(target[taken..]);
            last = taken + (int)lastOfRun;
            taken += (int)bytes;
            position += bytes;
        }

        isEmptied = position >= _written;
        Volatile.Write(ref _state->Read, position);
        return taken;
    }

    /// <summary>Bytes from one event to the next, given the event's length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RecordBytes(uint length) => (length + 7) & ~7u;

    // The bytes of the events from a position on that are finished, lie in one block and fit.
    uint MeasureRun(ulong position, uint room, out uint last)
    {
        var data = _data + (position & _mask);
        var start = (uint)(position & (BlockBytes - 1));
        var end = (uint)Math.Min(_written - position, room);
        var at = 0u;
        last = 0;
        while (at < end && start + at <= LastStart)
        {
            var next = at + RecordBytes(*(uint*)(data + at + LengthOffset));
            if (next > end)
            {
                break;
            }

            last = at;
            at = next;
        }

        return at;
    }
}
