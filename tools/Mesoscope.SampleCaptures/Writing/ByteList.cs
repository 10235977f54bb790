using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Mesoscope.SampleCaptures.Writing;

/// <summary>Bytes in the order of the capture format: little endian, texts with or without a length in front.</summary>
public sealed class ByteList
{
    readonly List<byte> _bytes = [];

    /// <summary>How many there are.</summary>
    public int Count => _bytes.Count;

    /// <summary>A copy of what was added.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>Adds a number of 1, 2, 4 or 8 bytes; the value's high bytes are cut.</summary>
    public ByteList Number(int width, object value)
    {
        var bits = value switch
        {
            ulong u => u,
            bool b => b ? 1u : 0u,
            _ => unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        };
        Span<byte> all = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(all, bits);
        _bytes.AddRange(all[..width]);
        return this;
    }

    /// <summary>Adds bytes as they are.</summary>
    public ByteList Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Adds a text and its NUL byte.</summary>
    public ByteList Text(string text) => Raw(Encoding.UTF8.GetBytes(text)).Number(1, 0);

    /// <summary>Adds bytes behind their 16-bit length.</summary>
    public ByteList Counted(ReadOnlySpan<byte> bytes) => Number(2, bytes.Length).Raw(bytes);

    /// <summary>Adds zeros up to a multiple of four.</summary>
    public ByteList Pad()
    {
        while (_bytes.Count % 4 != 0)
        {
            _bytes.Add(0);
        }

        return this;
    }
}
