using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Descriptors;

namespace Mesoscope.Kernel.Scan.Iterators;

/// <summary>Makes of the kernel's records the entries that the process file system would make.</summary>
static class DescriptorRecords
{
    // linux/socket.h.
    const int Unix = 1;
    const int IPv4 = 2;
    const int IPv6 = 10;
    const int Netlink = 16;

    // linux/net.h.
    const int RawSocket = 3;

    /// <summary>Takes the record that the bytes begin with.</summary>
    /// <param name="bytes">What the kernel wrote.</param>
    /// <param name="pid">The process.</param>
    /// <param name="entry">Its descriptor; null when the record is not there as a whole.</param>
    /// <returns>Bytes of the record; 0 when it is not there as a whole.</returns>
    public static int Take(ReadOnlySpan<byte> bytes, out long pid, out DescriptorEntry? entry)
    {
        var headBytes = Marshal.SizeOf<DescriptorRecord>();
        pid = 0;
        entry = null;
        if (bytes.Length < headBytes)
        {
            return 0;
        }

        ref readonly var record = ref MemoryMarshal.AsRef<DescriptorRecord>(bytes);
        if (record.TextBytes > (uint)(bytes.Length - headBytes))
        {
            return 0;
        }

        pid = record.Pid;
        var text = bytes.Slice(headBytes, (int)record.TextBytes);
        entry = record.IsSocket ? SocketEntry(in record, text) : FileEntry(in record, text);
        return headBytes + text.Length;
    }

    static DescriptorEntry FileEntry(in DescriptorRecord record, ReadOnlySpan<byte> link)
    {
        var type = NamelessFiles.TypeOf(link);
        if (type != DescriptorType.Unknown)
        {
            return new DescriptorEntry { Number = record.Number, Type = type };
        }

        var entry = new DescriptorEntry { Number = record.Number, Inode = record.Inode, Name = DescriptorReader.Kept(link).ToArray() };
        entry.Type = DescriptorReader.TypeOf(link, record.Kind);
        if (entry.Type == DescriptorType.FileV2)
        {
            entry.OpenFlags = OpenFlagTable.FromKernel(record.Flags);
            entry.MountId = record.Mount;
            entry.Device = record.Device;
        }

        return entry;
    }

    static DescriptorEntry SocketEntry(in DescriptorRecord record, ReadOnlySpan<byte> name)
    {
        var facts = record.Family switch
        {
            IPv4 or IPv6 => InternetFacts(in record),
            Unix => new SocketFacts(DescriptorType.UnixSocket, 0, [], 0, [], 0, record.Socket, UnixName(name)),
            Netlink => new SocketFacts(DescriptorType.Netlink, 0, [], 0, [], 0, 0, []),
            _ => null,
        };
        var entry = facts?.ToEntry(record.Number, record.Inode) ?? SocketFacts.UnknownEntry(record.Number, record.Inode);
        entry.UnixDestination = record.Peer;
        return entry;
    }

    // Null for one that is neither bound nor connected yet, and for protocols that captures have no name for.
    static SocketFacts? InternetFacts(in DescriptorRecord record)
    {
        var protocol = SocketTable.ProtocolOf(record.Protocol, record.SocketType == RawSocket);
        if (protocol == 0 || (record.LocalPort == 0 && record.RemotePort == 0))
        {
            return null;
        }

        var length = record.Family == IPv4 ? 4 : 16;
        ReadOnlySpan<byte> local = record.Local;
        ReadOnlySpan<byte> remote = record.Remote;
        return SocketFacts.OfInternet(protocol, local[..length].ToArray(), record.LocalPort, remote[..length].ToArray(), record.RemotePort);
    }

    // The form of /proc/net/unix: an abstract name has NUL for its first byte, and may have more.
    static byte[] UnixName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name[0] != 0)
        {
            var end = name.IndexOf((byte)0);
            return (end < 0 ? name : name[..end]).ToArray();
        }

        var shown = name.ToArray();
        shown.AsSpan().Replace((byte)0, (byte)'@');
        return shown;
    }
}
