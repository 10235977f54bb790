using System.Buffers.Binary;
using Mesoscope.Captures.Input;

namespace Mesoscope.Captures.Blocks;

/// <summary>
/// Reads the entries of one state block, entry by entry: an entry's bytes stay in the window until <see cref="EndEntry"/>, so a block
/// of any length needs the memory of its largest entry. Every read is checked against the block's end and the file's end.
/// </summary>
sealed class EntryCursor(CaptureInput input)
{
    int _offset;
    long _left;
    uint _entryLength;

    /// <summary>Bytes of the block that belong to no finished entry.</summary>
    public long Left => _left;

    /// <summary>Bytes of the current entry read so far.</summary>
    public int EntryBytes => _offset;

    /// <summary>Begins a block's body, which starts at the window's first byte.</summary>
    public void Begin(long bodyBytes)
    {
        _offset = 0;
        _entryLength = 0;
        _left = bodyBytes;
    }

    /// <summary>True when another entry can follow: what is shorter than four bytes is padding.</summary>
    public bool HasEntry => _left >= 4;

    /// <summary>
    /// True when the entry has stored its length and so many bytes of it are unread. Fields that later writers appended are read this way.
    /// </summary>
    public bool Has(int count) => _entryLength != 0 && EntryBytes + count <= _entryLength;

    /// <summary>Reads the length that begins an entry of the later formats; it counts itself. Zero means that it is not known.</summary>
    public uint ReadEntryLength()
    {
        _entryLength = UInt32();
        return _entryLength;
    }

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    public long Int64() => (long)UInt64();

    /// <summary>So many bytes; valid until the next read.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _left - _offset)
        {
            throw new EntryException(CaptureDamage.BadEntry);
        }

        if (!input.Ensure(_offset + count))
        {
            throw new EntryException(CaptureDamage.Truncated);
        }

        _offset += count;
        return input.Buffer.AsSpan(input.At + _offset - count, count);
    }

    /// <summary>Two bytes further on in the entry, without taking anything; 0 when the entry is shorter.</summary>
    public ushort PeekUInt16(int distance)
    {
        if (!Has(distance + 2) || distance + 2 > _left - _offset || !input.Ensure(_offset + distance + 2))
        {
            return 0;
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(input.Buffer.AsSpan(input.At + _offset + distance, 2));
    }

    /// <summary>A text with its length in 16 bits before it, up to its first NUL.</summary>
    public byte[] Text()
    {
        var bytes = Bytes(UInt16());
        var end = bytes.IndexOf((byte)0);
        return (end < 0 ? bytes : bytes[..end]).ToArray();
    }

    /// <summary>Bytes with their length in 16 bits before them, NULs included.</summary>
    public byte[] Blob() => Bytes(UInt16()).ToArray();

    /// <summary>Passes over bytes of the entry without looking at them.</summary>
    public void Pass(long count)
    {
        if (count > _left - _offset)
        {
            throw new EntryException(CaptureDamage.BadEntry);
        }

        var passed = _offset + count;
        Leave(passed);
    }

    /// <summary>Leaves the entry: what it holds beyond the known fields is passed over.</summary>
    public void EndEntry()
    {
        long length = EntryBytes;
        if (_entryLength != 0)
        {
            if (length > _entryLength || _entryLength > _left)
            {
                throw new EntryException(CaptureDamage.BadEntry);
            }

            length = _entryLength;
        }

        Leave(length);
    }

    /// <summary>Leaves the block: passes over its padding and what is behind the known fields.</summary>
    public void End() => Leave(_left);

    void Leave(long length)
    {
        _offset = 0;
        _entryLength = 0;
        if (!input.Skip(length))
        {
            throw new EntryException(CaptureDamage.Truncated);
        }

        _left -= length;
    }
}
