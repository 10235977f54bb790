using Mesoscope.Events.Snapshot;

namespace Mesoscope.SampleCaptures.Writing;

/// <summary>Entries of the process and descriptor lists.</summary>
static class StateBytes
{
    public static ByteList Thread(ThreadEntry thread, FormatEra era)
    {
        var isOld = era == FormatEra.Old;
        var item = new ByteList().Number(8, thread.Tid).Number(8, thread.Pid).Number(8, thread.ParentTid);
        if (!isOld)
        {
            item.Number(8, thread.SessionId).Number(8, thread.VirtualGroupId);
        }

        item.Counted(thread.Comm).Counted(thread.Exe);
        if (!isOld)
        {
            item.Counted(thread.ExePath);
        }

        item.Counted(thread.Arguments).Counted(thread.WorkingDirectory)
            .Number(8, thread.DescriptorLimit).Number(4, thread.Flags).Number(4, thread.Uid).Number(4, thread.Gid)
            .Number(4, thread.VirtualMemoryKiB).Number(4, thread.ResidentMemoryKiB).Number(4, thread.SwapMemoryKiB)
            .Number(8, thread.MajorFaults).Number(8, thread.MinorFaults)
            .Counted(thread.Environment).Number(8, thread.VirtualTid).Number(8, thread.VirtualPid)
            .Counted(thread.Cgroups).Counted(thread.Root);
        return isOld ? item : item.Number(4, thread.LoginUid).Number(1, thread.IsExeWritable);
    }

    public static ByteList Descriptor(DescriptorEntry entry, FormatEra era)
    {
        var item = new ByteList().Number(8, entry.Number).Number(8, entry.Inode).Number(1, (int)entry.Type);
        switch (entry.Type)
        {
            case DescriptorType.IPv4Socket or DescriptorType.IPv6Socket:
                return item.Raw(entry.SourceAddress).Raw(entry.DestinationAddress)
                    .Number(2, entry.SourcePort).Number(2, entry.DestinationPort).Number(1, entry.TransportProtocol);
            case DescriptorType.IPv4Server or DescriptorType.IPv6Server:
                return item.Raw(entry.SourceAddress).Number(2, entry.SourcePort).Number(1, entry.TransportProtocol);
            case DescriptorType.UnixSocket:
                return item.Number(8, entry.UnixSource).Number(8, entry.UnixDestination).Counted(entry.Name);
            case DescriptorType.FileV2:
                item.Number(4, entry.OpenFlags).Counted(entry.Name);
                return era == FormatEra.Old ? item : item.Number(4, entry.Device);
            default:
                return item.Counted(entry.Name);
        }
    }
}
