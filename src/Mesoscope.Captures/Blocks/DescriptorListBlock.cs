using System.Globalization;
using System.Text;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>The descriptor list block: the open descriptors of one thread. Keep in sync with docs/format/scap.md.</summary>
static class DescriptorListBlock
{
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
}
