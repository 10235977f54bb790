using System.Buffers.Binary;
using Mesoscope.Captures.Blocks;

namespace Mesoscope.Captures;

// What a capture begins with, and what it turns out to be when it is none.
public sealed partial class CaptureReader
{
    void ReadSection()
    {
        if (!_input.Ensure(SectionBlock.SmallestBytes))
        {
            throw Truncated("inside its section header");
        }

        var magic = _input.UInt32(8);
        if (magic == SectionBlock.OtherByteOrderMagic)
        {
            throw OtherByteOrder();
        }

        if (magic != SectionBlock.ByteOrderMagic)
        {
            throw Damage(CaptureDamage.NotACapture, Text($"a section header with the magic number 0x{magic:X8}, expected 0x{SectionBlock.ByteOrderMagic:X8}"));
        }

        var version = _input.UInt32(12);
        if ((version & 0xFFFF) > SectionBlock.MajorVersion)
        {
            throw Damage(CaptureDamage.NewerVersion, Text($"a capture of version {version & 0xFFFF}.{version >> 16}; this program reads version 1"));
        }

        var length = _input.UInt32(4);
        if (length < SectionBlock.SmallestBytes)
        {
            throw TooShort(BlockType.Section, length);
        }

        // Options are passed over: none of them says anything of the events.
        if (!_input.Skip(length - 4))
        {
            throw Truncated("inside its section header");
        }

        ReadTrailer(BlockType.Section, length);
        MinorVersion = (int)(version >> 16);
        SectionCount++;
        _hasSection = true;
    }

    CaptureFormatException OtherByteOrder()
    {
        var length = BinaryPrimitives.ReverseEndianness(_input.UInt32(4));
        var isPacketFile = length is >= SectionBlock.SmallestBytes and < EventBlock.LargestUsualBytes
            && _input.Ensure((int)length + 4)
            && SectionBlock.IsPacketBlock(BinaryPrimitives.ReverseEndianness(_input.UInt32((int)length)));
        return isPacketFile
            ? Damage(CaptureDamage.PacketCapture, "a pcapng file with network packets, not a system call capture")
            : Damage(CaptureDamage.OtherByteOrder, "a capture from a machine of the other byte order, which cannot be read");
    }

    CaptureFormatException NotACapture(uint type) => type switch
    {
        0xA1B2C3D4 or 0xD4C3B2A1 or 0xA1B23C4D or 0x4D3CB2A1 =>
            Damage(CaptureDamage.PacketCapture, "a pcap file with network packets, not a system call capture"),
        _ => Damage(CaptureDamage.NotACapture, Text($"not a capture: it begins with 0x{type:X8}, expected a section header (0x{BlockType.Section:X8})")),
    };
}
