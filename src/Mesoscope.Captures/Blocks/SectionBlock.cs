namespace Mesoscope.Captures.Blocks;

/// <summary>The section header block, which begins a capture. Its type is also that of pcapng files. Keep in sync with docs/format/scap.md.</summary>
static class SectionBlock
{
    /// <summary>Says that numbers are stored as this program reads them.</summary>
    public const uint ByteOrderMagic = 0x1A2B3C4D;

    /// <summary><see cref="ByteOrderMagic"/> on a machine of the other byte order.</summary>
    public const uint OtherByteOrderMagic = 0x4D3C2B1A;

    public const ushort MajorVersion = 1;
    public const ushort MinorVersion = 2;

    /// <summary>The block without options: frame, magic, versions, length of the section.</summary>
    public const int SmallestBytes = BlockType.FrameBytes + 16;

    /// <summary>The first bytes of every capture.</summary>
    public static ReadOnlySpan<byte> TypeBytes => [0x0A, 0x0D, 0x0D, 0x0A];

    /// <summary>True for the blocks that follow the section header of a pcapng file: interface, packet, names, statistics, secrets.</summary>
    public static bool IsPacketBlock(uint type) => type is >= 1 and <= 6 or 10;

    /// <summary>Writes the block without options, for a section of unknown length.</summary>
    public static void Write(BlockBuffer buffer)
    {
        var start = buffer.BeginBlock(BlockType.Section);
        buffer.UInt32(ByteOrderMagic);
        buffer.UInt16(MajorVersion);
        buffer.UInt16(MinorVersion);
        buffer.UInt64(ulong.MaxValue);
        buffer.EndBlock(start);
    }
}
