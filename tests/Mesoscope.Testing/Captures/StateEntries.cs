using Mesoscope.Events.Snapshot;

namespace Mesoscope.Testing.Captures;

/// <summary>The entries of state blocks, every version spelled out field by field.</summary>
static class StateEntries
{
    public static void AddInterface(ByteList body, int version, InterfaceEntry entry)
    {
        var content = new ByteList();
        content.UInt16(entry.StoredType).UInt16((ushort)entry.Name.Length).Bytes(entry.Address).Bytes(entry.NetMask).Bytes(entry.Broadcast);
        if (entry.StoredType is 1 or 2)
        {
            content.UInt64(entry.LinkSpeed);
        }

        content.Bytes(entry.Name);
        if (version == 2)
        {
            body.UInt32((uint)content.Count);
        }

        body.Bytes(content.ToArray());
    }

    public static void AddUser(ByteList body, int version, UserEntry user)
    {
        var content = new ByteList();
        content.UInt8(0).UInt32(user.Uid).UInt32(user.Gid).Sized(user.Name).Sized(user.HomeDirectory).Sized(user.Shell);
        AddEntry(body, version == 2, content);
    }

    public static void AddGroup(ByteList body, int version, GroupEntry group)
    {
        var content = new ByteList();
        content.UInt8(1).UInt32(group.Gid).Sized(group.Name);
        AddEntry(body, version == 2, content);
    }

    public static void AddThread(ByteList body, int version, ThreadEntry entry)
    {
        var content = new ByteList();
        content.UInt64((ulong)entry.Tid).UInt64((ulong)entry.Pid).UInt64((ulong)entry.ParentTid);
        _ = version >= 6 ? content.UInt64((ulong)entry.SessionId) : content;
        _ = version >= 8 ? content.UInt64((ulong)entry.VirtualGroupId) : content;
        content.Sized(entry.Comm).Sized(entry.Exe);
        _ = version >= 7 ? content.Sized(entry.ExePath) : content;
        content.Sized(entry.Arguments).Sized(entry.WorkingDirectory).UInt64((ulong)entry.DescriptorLimit);
        content.UInt32(entry.Flags).UInt32(entry.Uid).UInt32(entry.Gid);
        if (version >= 2)
        {
            content.UInt32(entry.VirtualMemoryKiB).UInt32(entry.ResidentMemoryKiB).UInt32(entry.SwapMemoryKiB);
            content.UInt64(entry.MajorFaults).UInt64(entry.MinorFaults);
        }

        _ = version >= 3 ? content.Sized(entry.Environment) : content;
        _ = version >= 4 ? content.UInt64((ulong)entry.VirtualTid).UInt64((ulong)entry.VirtualPid).Sized(entry.Cgroups) : content;
        _ = version >= 5 ? content.Sized(entry.Root) : content;
        if (version >= 9)
        {
            content.UInt32((uint)entry.LoginUid).UInt8((byte)(entry.IsExeWritable ? 1 : 0));
        }

        AddEntry(body, version >= 9, content);
    }

    public static void AddDescriptor(ByteList body, int version, DescriptorEntry entry)
    {
        var content = new ByteList();
        content.UInt64((ulong)entry.Number).UInt64(entry.Inode).UInt8((byte)entry.Type);
        switch (entry.Type)
        {
            case DescriptorType.IPv4Socket or DescriptorType.IPv6Socket:
                content.Bytes(entry.SourceAddress).Bytes(entry.DestinationAddress).UInt16(entry.SourcePort).UInt16(entry.DestinationPort).UInt8(entry.TransportProtocol);
                break;
            case DescriptorType.IPv4Server or DescriptorType.IPv6Server:
                content.Bytes(entry.SourceAddress).UInt16(entry.SourcePort).UInt8(entry.TransportProtocol);
                break;
            case DescriptorType.UnixSocket:
                content.UInt64(entry.UnixSource).UInt64(entry.UnixDestination).Sized(entry.Name);
                break;
            case DescriptorType.FileV2:
                content.UInt32(entry.OpenFlags).Sized(entry.Name);
                _ = version == 2 ? content.UInt32(entry.Device) : content;
                break;
            default:
                content.Sized(entry.Name);
                break;
        }

        AddEntry(body, version == 2, content);
    }

    static void AddEntry(ByteList body, bool isSized, ByteList content)
    {
        if (isSized)
        {
            body.UInt32((uint)content.Count + 4);
        }

        body.Bytes(content.ToArray());
    }
}
