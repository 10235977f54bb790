using System.Buffers.Binary;
using System.Numerics;

namespace Mesoscope.Agent.Spool;

/// <summary>
/// The content of one file of the spool: "MSPL", version 1 as 4 bytes, length of the batch as 8 bytes, CRC-32C of the batch as 4 bytes, the
/// batch; numbers are little-endian.
/// </summary>
static class SpoolFile
{
    /// <summary>Bytes before the batch.</summary>
    public const int HeaderBytes = 20;

    const uint Magic = 0x4C50_534D;
    const uint Version = 1;

    /// <summary>Makes the content of a file.</summary>
    public static byte[] Write(ReadOnlySpan<byte> batch)
    {
        var file = new byte[HeaderBytes + batch.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), Version);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(8), batch.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), Checksum(batch));
        batch.CopyTo(file.AsSpan(HeaderBytes));
        return file;
    }

    /// <summary>The batch in a file; false when the file is cut, longer than it says or damaged.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> file, out ReadOnlyMemory<byte> batch)
    {
        batch = default;
        var head = file.Span;
        if (head.Length < HeaderBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic
            || BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) != Version
            || BinaryPrimitives.ReadInt64LittleEndian(head[8..]) != head.Length - HeaderBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(head[16..]) != Checksum(head[HeaderBytes..]))
        {
            return false;
        }

        batch = file[HeaderBytes..];
        return true;
    }

    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
