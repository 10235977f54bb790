namespace Mesoscope.Testing.Captures;

/// <summary>A growing list of little-endian numbers and bytes.</summary>
public sealed class ByteList
{
    readonly List<byte> _bytes = [];

    /// <summary>How many bytes there are.</summary>
    public int Count => _bytes.Count;

    /// <summary>Adds 8 bits.</summary>
    public ByteList UInt8(byte value) => Bytes([value]);

    /// <summary>Adds 16 bits.</summary>
    public ByteList UInt16(ushort value) => Bytes(BitConverter.GetBytes(value));

    /// <summary>Adds 32 bits.</summary>
    public ByteList UInt32(uint value) => Bytes(BitConverter.GetBytes(value));

    /// <summary>Adds 64 bits.</summary>
    public ByteList UInt64(ulong value) => Bytes(BitConverter.GetBytes(value));

    /// <summary>Adds bytes.</summary>
    public ByteList Bytes(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Adds a 16-bit length and the bytes.</summary>
    public ByteList Sized(byte[] bytes) => UInt16((ushort)bytes.Length).Bytes(bytes);

    /// <summary>All bytes.</summary>
    public byte[] ToArray() => [.. _bytes];
}
