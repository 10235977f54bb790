using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mesoscope.Events.Schema;

namespace Mesoscope.Events;

/// <summary>
/// The event under the reader's hand: a view over bytes in the layout of an event block, used again for every event. Spans that it
/// returns are valid until the next <see cref="Attach"/>. Not safe for several threads.
/// </summary>
/// <remarks>
/// Layout (little endian): u64 time, u64 thread id, u32 length, u16 type, u32 parameter count, then one length per parameter
/// (16 bits, 32 bits for large payloads), then the parameters. Blocks of format 1 have no parameter count: 22 bytes of header.
/// Lengths that point beyond the event are cut at its end; <see cref="IsCut"/> tells.
/// </remarks>
public sealed class Event
{
    /// <summary>Bytes before the parameter lengths.</summary>
    public const int HeaderBytes = 26;

    /// <summary>Bytes before the parameter lengths in blocks of format 1, which hold no parameter count.</summary>
    public const int OldHeaderBytes = 22;

    /// <summary>More parameters than any event type has (the format's own limit is 32).</summary>
    public const int MaxParameters = 64;

    readonly int[] _starts = new int[MaxParameters + 1];

    // The schema's rows that were met, so that the usual event needs neither a static look-up nor a reference stored.
    readonly EventInfo?[] _infos = new EventInfo?[EventSchema.EventTypeCount];
    byte[] _buffer = [];
    int _offset;
    int _length;
    int _headerBytes;
    bool _hasStarts;

    /// <summary>Nanoseconds since 1970 (UTC).</summary>
    public ulong Timestamp { get; private set; }

    /// <summary>The thread that made the event.</summary>
    public long ThreadId { get; private set; }

    /// <summary>The event's type; always one of the schema's.</summary>
    public EventType Type { get; private set; }

    /// <summary>The schema's row of the type.</summary>
    public EventInfo Info => _infos[(int)Type] ?? FindInfo(Type);

    /// <summary>How many parameters can be asked for: those that the event holds and the schema knows.</summary>
    public int ParameterCount { get; private set; }

    /// <summary>How many parameters the event holds.</summary>
    public int StoredParameterCount { get; private set; }

    /// <summary>The processor, from 0.</summary>
    public ushort Cpu { get; private set; }

    /// <summary>What the capture's writer said of the event.</summary>
    public EventBlockFlags BlockFlags { get; private set; }

    /// <summary>The event's number in the output, from 1; set by whoever counts.</summary>
    public long Number { get; set; }

    /// <summary>True when a parameter's length pointed beyond the event; what is there is still readable.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The event as stored, header included.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_offset, _length);

    /// <summary>The buffer that <see cref="Attach"/> was given; the event begins at <see cref="Offset"/>.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Where the event begins in <see cref="Buffer"/>.</summary>
    public int Offset => _offset;

    /// <summary>Bytes of the event, header included.</summary>
    public int Length => _length;

    /// <summary>Bytes before the parameter lengths: <see cref="HeaderBytes"/> or <see cref="OldHeaderBytes"/>.</summary>
    public int StoredHeaderBytes => _headerBytes;

    /// <summary>
    /// Points the view at an event. The caller has checked that the type is known and that <paramref name="length"/> bytes are in the
    /// buffer and not less than the header.
    /// </summary>
    /// <param name="buffer">Holds the event; must stay unchanged until the next call.</param>
    /// <param name="offset">Where the event's header begins.</param>
    /// <param name="length">Bytes of the event, header included.</param>
    /// <param name="cpu">The processor, from 0.</param>
    /// <param name="flags">What the block said.</param>
    /// <param name="parameterCount">For blocks of format 1 the number of parameters; otherwise -1, and the header holds it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Attach(byte[] buffer, int offset, int length, ushort cpu, EventBlockFlags flags, int parameterCount = -1)
    {
        var header = buffer.AsSpan(offset, OldHeaderBytes);
        if (!ReferenceEquals(_buffer, buffer))
        {
            _buffer = buffer;
        }

        _offset = offset;
        _length = length;
        _hasStarts = false;
        IsCut = false;
        Cpu = cpu;
        BlockFlags = flags;
        Timestamp = BinaryPrimitives.ReadUInt64LittleEndian(header);
        ThreadId = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        var type = (EventType)BinaryPrimitives.ReadUInt16LittleEndian(header[20..]);
        Type = type;
        var info = _infos[(int)type] ?? FindInfo(type);

        if (parameterCount < 0)
        {
            _headerBytes = HeaderBytes;
            parameterCount = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(offset + OldHeaderBytes, 4)), MaxParameters);
        }
        else
        {
            _headerBytes = OldHeaderBytes;
        }

        StoredParameterCount = parameterCount;
        ParameterCount = Math.Min(parameterCount, info.Parameters.Length);
    }

    /// <summary>The bytes of a parameter; empty when the event does not hold it.</summary>
    /// <param name="index">The parameter, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Parameter(int index)
    {
        if ((uint)index >= (uint)StoredParameterCount)
        {
            return default;
        }

        if (!_hasStarts && !FindStarts(index))
        {
            return default;
        }

        var start = _starts[index];
        return _buffer.AsSpan(start, _starts[index + 1] - start);
    }

    /// <summary>A parameter as a signed number of up to 64 bits; a shorter parameter is sign-extended, a missing one is 0.</summary>
    /// <param name="index">The parameter, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Int64(int index)
    {
        var bytes = Parameter(index);
        return bytes.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : ShortInt64(bytes);
    }

    /// <summary>A parameter as an unsigned number of up to 64 bits; a missing one is 0.</summary>
    /// <param name="index">The parameter, from 0.</param>
    public ulong UInt64(int index)
    {
        var bytes = Parameter(index);
        return bytes.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : ShortUInt64(bytes);
    }

    /// <summary>The low 32 bits of a parameter; a missing one is 0.</summary>
    /// <param name="index">The parameter, from 0.</param>
    public uint UInt32(int index) => (uint)UInt64(index);

    /// <summary>A text parameter without its NUL byte; empty when the event does not hold it.</summary>
    /// <param name="index">The parameter, from 0.</param>
    public ReadOnlySpan<byte> Text(int index)
    {
        var bytes = Parameter(index);
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    EventInfo FindInfo(EventType type) => _infos[(int)type] = EventSchema.Get(type);

    static long ShortInt64(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => 0,
        1 => (sbyte)bytes[0],
        2 or 3 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        _ => BinaryPrimitives.ReadInt32LittleEndian(bytes),
    };

    static ulong ShortUInt64(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => 0,
        1 => bytes[0],
        2 or 3 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };

    /// <summary>Finds where the parameters begin; false when the event turns out to end before the one with that index.</summary>
    bool FindStarts(int index)
    {
        _hasStarts = true;
        var isLarge = (BlockFlags & EventBlockFlags.Large) != 0;
        var width = isLarge ? 4 : 2;
        var end = _offset + _length;
        var count = StoredParameterCount;
        var lengths = _offset + _headerBytes;
        if (lengths + count * width > end)
        {
            count = StoredParameterCount = Math.Max(0, (end - lengths) / width);
            ParameterCount = Math.Min(count, ParameterCount);
            IsCut = true;
        }

        var at = lengths + count * width;
        var starts = _starts;
        starts[0] = at;
        if (isLarge)
        {
            var wide = MemoryMarshal.Cast<byte, uint>(_buffer.AsSpan(lengths, count * 4));
            for (var i = 0; i < wide.Length; i++)
            {
                starts[i + 1] = at = Advance(at, wide[i], end);
            }
        }
        else
        {
            var narrow = MemoryMarshal.Cast<byte, ushort>(_buffer.AsSpan(lengths, count * 2));
            for (var i = 0; i < narrow.Length; i++)
            {
                starts[i + 1] = at = Advance(at, narrow[i], end);
            }
        }

        return index < count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Advance(int at, uint length, int end)
    {
        if (length <= (uint)(end - at))
        {
            return at + (int)length;
        }

        IsCut = true;
        return end;
    }
}
