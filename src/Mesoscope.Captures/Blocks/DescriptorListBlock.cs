using System.Globalization;
using System.Text;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>The descriptor list block: the open descriptors of one thread. Keep in sync with docs/format/scap.md.</summary>
static class DescriptorListBlock
{
    // Readers refuse longer names.
    const int LongestName = 1023;

    // sysdig 0.29.3 refuses files with later kinds. They are written as unsupported, and the kind itself behind the name, where
    // readers that do not know of it pass over it. The tag, "MT", keeps other appended fields from being taken for it.
    const DescriptorType LastKnownToAll = DescriptorType.FileV2;
    const ushort KindTag = 0x544D;

    public static void Read(EntryCursor cursor, uint blockType, ISnapshotSink sink)
    {
        var tid = cursor.Int64();
        cursor.EndEntry();
        while (cursor.HasEntry)
        {
            var isSized = blockType == BlockType.Descriptors2 && cursor.ReadEntryLength() != 0;
            var entry = new DescriptorEntry { Number = cursor.Int64(), Inode = cursor.UInt64() };
            ReadTarget(cursor, entry, cursor.Byte(), isSized);
            cursor.EndEntry();
            sink.AddDescriptor(tid, entry);
        }

        cursor.End();
    }

    static void ReadTarget(EntryCursor cursor, DescriptorEntry entry, byte type, bool isSized)
    {
        entry.Type = (DescriptorType)type;
        switch (entry.Type)
        {
            case DescriptorType.IPv4Socket:
                ReadPair(cursor, entry, 4);
                break;
            case DescriptorType.IPv6Socket:
                ReadPair(cursor, entry, 16);
                break;
            case DescriptorType.IPv4Server:
                ReadServer(cursor, entry, 4);
                break;
            case DescriptorType.IPv6Server:
                ReadServer(cursor, entry, 16);
                break;
            case DescriptorType.UnixSocket:
                entry.UnixSource = cursor.UInt64();
                entry.UnixDestination = cursor.UInt64();
                entry.Name = cursor.Text();
                break;
            case DescriptorType.FileV2:
                entry.OpenFlags = cursor.UInt32();
                entry.Name = cursor.Text();
                entry.Device = cursor.Has(4) ? cursor.UInt32() : 0;
                break;
            case DescriptorType.Unknown:
                break;
            case DescriptorType.Unsupported:
                entry.Name = cursor.Text();
                ReadKind(cursor, entry);
                break;
            case > DescriptorType.Unknown and <= DescriptorType.PidFd:
                entry.Name = cursor.Text();
                break;
            default:
                ReadUnknown(entry, type, isSized);
                break;
        }
    }

    static void ReadPair(EntryCursor cursor, DescriptorEntry entry, int addressBytes)
    {
        entry.SourceAddress = cursor.Bytes(addressBytes).ToArray();
        entry.DestinationAddress = cursor.Bytes(addressBytes).ToArray();
        entry.SourcePort = cursor.UInt16();
        entry.DestinationPort = cursor.UInt16();
        entry.TransportProtocol = cursor.Byte();
    }

    static void ReadServer(EntryCursor cursor, DescriptorEntry entry, int addressBytes)
    {
        entry.SourceAddress = cursor.Bytes(addressBytes).ToArray();
        entry.SourcePort = cursor.UInt16();
        entry.TransportProtocol = cursor.Byte();
    }

    /// <summary>A kind that came later is kept with its number for a name; only its stored length tells where the next entry begins.</summary>
    static void ReadUnknown(DescriptorEntry entry, byte type, bool isSized)
    {
        if (!isSized)
        {
            throw new EntryException(CaptureDamage.UnknownDescriptorType);
        }

        entry.Type = DescriptorType.Unsupported;
        entry.Name = Encoding.ASCII.GetBytes("unknown-type:[" + type.ToString(CultureInfo.InvariantCulture) + "]");
    }

    static void ReadKind(EntryCursor cursor, DescriptorEntry entry)
    {
        if (cursor.Has(4) && cursor.UInt16() == KindTag && cursor.UInt16() is > (ushort)LastKnownToAll and <= (ushort)DescriptorType.PidFd and var kind)
        {
            entry.Type = (DescriptorType)kind;
        }
    }

    /// <summary>Writes an entry of the latest format.</summary>
    public static void Write(BlockBuffer buffer, DescriptorEntry entry)
    {
        if (entry.Type == DescriptorType.Uninitialized)
        {
            return;
        }

        var start = buffer.BeginEntry();
        var isLater = entry.Type > LastKnownToAll;
        buffer.Int64(entry.Number);
        buffer.UInt64(entry.Inode);
        buffer.Byte((byte)(isLater ? DescriptorType.Unsupported : entry.Type));
        WriteTarget(buffer, entry);
        if (isLater)
        {
            buffer.UInt16(KindTag);
            buffer.UInt16((ushort)entry.Type);
        }

        buffer.EndEntry(start);
    }

    static void WriteTarget(BlockBuffer buffer, DescriptorEntry entry)
    {
        switch (entry.Type)
        {
            case DescriptorType.IPv4Socket or DescriptorType.IPv6Socket:
                var addressBytes = entry.Type == DescriptorType.IPv4Socket ? 4 : 16;
                buffer.Fixed(entry.SourceAddress, addressBytes);
                buffer.Fixed(entry.DestinationAddress, addressBytes);
                buffer.UInt16(entry.SourcePort);
                buffer.UInt16(entry.DestinationPort);
                buffer.Byte(entry.TransportProtocol);
                break;
            case DescriptorType.IPv4Server or DescriptorType.IPv6Server:
                buffer.Fixed(entry.SourceAddress, entry.Type == DescriptorType.IPv4Server ? 4 : 16);
                buffer.UInt16(entry.SourcePort);
                buffer.Byte(entry.TransportProtocol);
                break;
            case DescriptorType.UnixSocket:
                buffer.UInt64(entry.UnixSource);
                buffer.UInt64(entry.UnixDestination);
                buffer.Sized(entry.Name, LongestName);
                break;
            case DescriptorType.FileV2:
                buffer.UInt32(entry.OpenFlags);
                buffer.Sized(entry.Name, LongestName);
                buffer.UInt32(entry.Device);
                break;
            case DescriptorType.Unknown:
                break;
            default:
                buffer.Sized(entry.Name, LongestName);
                break;
        }
    }
}
