using System.Buffers.Binary;

namespace Mesoscope.Server.Storage.Chunks;

// Takes bytes apart and believes none of them.
ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Offset { get; private set; }

    public readonly int Left => _bytes.Length - Offset;

    public byte ReadByte() => Take(1)[0];

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ulong ReadVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new ChunkFormatException(Offset, "a number of more than ten bytes");
    }

    // A number that counts or measures something; larger ones are damage.
    public int ReadCount(int max, string what)
    {
        var at = Offset;
        var value = ReadVarint();
        return max >= 0 && value <= (ulong)max ? (int)value : throw new ChunkFormatException(at, $"{value} {what}, {max} at most");
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
        {
            throw new ChunkFormatException(_bytes.Length, $"it ends where {count - Left} bytes more are needed");
        }

        var taken = _bytes.Slice(Offset, count);
        Offset += count;
        return taken;
    }
}
