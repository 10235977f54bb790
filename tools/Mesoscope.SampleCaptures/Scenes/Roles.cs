using System.Net;
using System.Text;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.SampleCaptures.Scenes;

/// <summary>The invented machine's inventory: who lives on it, what is open, what it is called.</summary>
static class Roles
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Words each ended by NUL, as arguments, environments and control groups are stored.</summary>
    public static byte[] Words(params string[] words) => Bytes(string.Concat(words.Select(w => w + "\0")));

    public static ThreadEntry Process(long tid, long parent, string path, string[] arguments, string cgroup = "/", string[]? environment = null, uint uid = 0) => new()
    {
        Tid = tid,
        Pid = tid,
        ParentTid = parent,
        SessionId = tid,
        VirtualGroupId = tid,
        VirtualTid = tid,
        VirtualPid = tid,
        Comm = Bytes(Path.GetFileName(path)),
        Exe = Bytes(path),
        ExePath = Bytes(path),
        Arguments = Words(arguments),
        Environment = Words(environment ?? ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"]),
        WorkingDirectory = Bytes("/"),
        Root = Bytes("/"),
        Cgroups = Cgroups(cgroup),
        DescriptorLimit = 1024,
        Uid = uid,
        Gid = uid,
        VirtualMemoryKiB = 40_000,
        ResidentMemoryKiB = 8_000,
    };

    /// <summary>A further thread of a process.</summary>
    public static ThreadEntry ThreadOf(ThreadEntry process, long tid, string name) => new()
    {
        Tid = tid,
        Pid = process.Pid,
        ParentTid = process.ParentTid,
        SessionId = process.SessionId,
        VirtualGroupId = process.VirtualGroupId,
        VirtualTid = tid,
        VirtualPid = process.Pid,
        Comm = Bytes(name),
        Exe = process.Exe,
        ExePath = process.ExePath,
        Arguments = process.Arguments,
        Environment = process.Environment,
        WorkingDirectory = process.WorkingDirectory,
        Root = process.Root,
        Cgroups = process.Cgroups,
        DescriptorLimit = process.DescriptorLimit,
        Flags = 1 << 0 | 1 << 1 | 1 << 11 | 1 << 13 | 1 << 15,
        Uid = process.Uid,
        Gid = process.Gid,
    };

    public static byte[] Cgroups(string path) => Words("cpuset=" + path, "cpu=" + path, "cpuacct=" + path, "memory=" + path, "freezer=" + path);

    public static DescriptorEntry File(long number, string path, uint flags = 1) =>
        new() { Number = number, Inode = 1000 + (ulong)number, Type = DescriptorType.FileV2, OpenFlags = flags, Name = Bytes(path), Device = 0x801 };

    public static DescriptorEntry Named(long number, DescriptorType type, string name) =>
        new() { Number = number, Inode = 1000 + (ulong)number, Type = type, Name = Bytes(name) };

    public static DescriptorEntry Server(long number, string address, ushort port) => new()
    {
        Number = number,
        Inode = 1000 + (ulong)number,
        Type = address.Contains(':', StringComparison.Ordinal) ? DescriptorType.IPv6Server : DescriptorType.IPv4Server,
        SourceAddress = IPAddress.Parse(address).GetAddressBytes(),
        SourcePort = port,
        TransportProtocol = 2,
    };

    public static DescriptorEntry Connection(long number, string source, ushort sourcePort, string destination, ushort destinationPort) => new()
    {
        Number = number,
        Inode = 1000 + (ulong)number,
        Type = source.Contains(':', StringComparison.Ordinal) ? DescriptorType.IPv6Socket : DescriptorType.IPv4Socket,
        SourceAddress = IPAddress.Parse(source).GetAddressBytes(),
        DestinationAddress = IPAddress.Parse(destination).GetAddressBytes(),
        SourcePort = sourcePort,
        DestinationPort = destinationPort,
        TransportProtocol = 2,
    };

    public static InterfaceEntry Interface(string name, string address, string mask, string broadcast) => new()
    {
        Name = Bytes(name),
        Address = IPAddress.Parse(address).GetAddressBytes(),
        NetMask = IPAddress.Parse(mask).GetAddressBytes(),
        Broadcast = IPAddress.Parse(broadcast).GetAddressBytes(),
    };

    public static UserEntry User(uint id, string name, string home, string shell) =>
        new() { Uid = id, Gid = id, Name = Bytes(name), HomeDirectory = Bytes(home), Shell = Bytes(shell) };

    public static GroupEntry Group(uint id, string name) => new() { Gid = id, Name = Bytes(name) };
}
