using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>The interface list block. Keep in sync with docs/format/scap.md.</summary>
static class InterfaceListBlock
{
    const ushort IPv4 = 1;
    const ushort IPv6 = 2;
    const ushort IPv4WithoutSpeed = 3;
    const ushort IPv6WithoutSpeed = 4;
    const int LongestName = 1023;

    public static void Read(EntryCursor cursor, uint blockType, ISnapshotSink sink)
    {
        while (cursor.HasEntry)
        {
            var isSized = blockType == BlockType.Interfaces2;
            // Unlike in the other lists the length does not count itself.
            var length = isSized ? cursor.UInt32() : 0;
            var start = cursor.EntryBytes;
            var type = cursor.UInt16();
            if (type is < IPv4 or > IPv6WithoutSpeed)
            {
                if (!isSized)
                {
                    throw new EntryException(CaptureDamage.BadEntry);
                }
            }
            else
            {
                sink.AddInterface(ReadInterface(cursor, type));
            }

            var read = cursor.EntryBytes - start;
            if (isSized)
            {
                if (length < read)
                {
                    throw new EntryException(CaptureDamage.BadEntry);
                }

                cursor.Pass(length - read);
            }

            cursor.EndEntry();
        }

        cursor.End();
    }

    static InterfaceEntry ReadInterface(EntryCursor cursor, ushort type)
    {
        var nameBytes = cursor.UInt16();
        var addressBytes = type is IPv4 or IPv4WithoutSpeed ? 4 : 16;
        var address = cursor.Bytes(addressBytes).ToArray();
        var mask = cursor.Bytes(addressBytes).ToArray();
        var broadcast = cursor.Bytes(addressBytes).ToArray();
        var speed = type is IPv4 or IPv6 ? cursor.UInt64() : 0;
        var name = cursor.Bytes(nameBytes);
        var end = name.IndexOf((byte)0);
        return new InterfaceEntry
        {
            StoredType = type,
            Address = address,
            NetMask = mask,
            Broadcast = broadcast,
            LinkSpeed = speed,
            Name = (end < 0 ? name : name[..end]).ToArray(),
        };
    }

    /// <summary>Writes an entry of the latest format. The stored type decides the layout, so that a copy is read like its source.</summary>
    public static void Write(BlockBuffer buffer, InterfaceEntry entry)
    {
        var isIPv4 = entry.StoredType is IPv4 or IPv4WithoutSpeed || (entry.StoredType == 0 && entry.Address.Length <= 4);
        var type = entry.StoredType is >= IPv4 and <= IPv6WithoutSpeed ? entry.StoredType : isIPv4 ? IPv4 : IPv6;
        var addressBytes = isIPv4 ? 4 : 16;
        var name = entry.Name.AsSpan(0, Math.Min(entry.Name.Length, LongestName));
        var speedBytes = type is IPv4 or IPv6 ? 8 : 0;
        buffer.UInt32((uint)(4 + 3 * addressBytes + speedBytes + name.Length));
        buffer.UInt16(type);
        buffer.UInt16((ushort)name.Length);
        buffer.Fixed(entry.Address, addressBytes);
        buffer.Fixed(entry.NetMask, addressBytes);
        buffer.Fixed(entry.Broadcast, addressBytes);
        if (speedBytes > 0)
        {
            buffer.UInt64(entry.LinkSpeed);
        }

        buffer.Bytes(name);
    }
}
