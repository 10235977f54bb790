using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests;

/// <summary>A small capture with every kind of block.</summary>
static class SampleCapture
{
    public static readonly ThreadEntry Thread = new()
    {
        Tid = 101,
        Pid = 100,
        ParentTid = 1,
        SessionId = 99,
        VirtualGroupId = 98,
        VirtualTid = 11,
        VirtualPid = 10,
        Comm = "worker"u8.ToArray(),
        Exe = "/bin/worker"u8.ToArray(),
        ExePath = "/usr/bin/worker"u8.ToArray(),
        Arguments = "-a\0-b\0"u8.ToArray(),
        Environment = "HOME=/\0"u8.ToArray(),
        WorkingDirectory = "/srv/"u8.ToArray(),
        Root = "/"u8.ToArray(),
        Cgroups = "cpu=/a\0memory=/b\0"u8.ToArray(),
        DescriptorLimit = 1024,
        Flags = 9,
        Uid = 1000,
        Gid = 1001,
        LoginUid = 1002,
        VirtualMemoryKiB = 5,
        ResidentMemoryKiB = 6,
        SwapMemoryKiB = 7,
        MajorFaults = 8,
        MinorFaults = 9,
        IsExeWritable = true,
    };

    public static readonly DescriptorEntry[] Descriptors =
    [
        new() { Number = 0, Inode = 5, Type = DescriptorType.FileV2, OpenFlags = 0x1001, Name = "/etc/hosts"u8.ToArray(), Device = 0x803 },
        new() { Number = 1, Type = DescriptorType.Fifo, Name = "pipe:[7]"u8.ToArray() },
        new() { Number = 3, Type = DescriptorType.IPv4Socket, SourceAddress = [10, 0, 0, 1], DestinationAddress = [10, 0, 0, 2], SourcePort = 4000, DestinationPort = 80, TransportProtocol = 2 },
        new() { Number = 4, Type = DescriptorType.IPv6Socket, SourceAddress = new byte[16], DestinationAddress = [.. new byte[15], 1], SourcePort = 1, DestinationPort = 2, TransportProtocol = 3 },
        new() { Number = 5, Type = DescriptorType.IPv4Server, SourceAddress = [127, 0, 0, 1], SourcePort = 8080, TransportProtocol = 2 },
        new() { Number = 6, Type = DescriptorType.IPv6Server, SourceAddress = new byte[16], SourcePort = 8081, TransportProtocol = 2 },
        new() { Number = 7, Type = DescriptorType.UnixSocket, UnixSource = 0xFFFF, UnixDestination = 0xEEEE, Name = "/run/s"u8.ToArray() },
        new() { Number = 8, Type = DescriptorType.Directory, Name = "/tmp"u8.ToArray() },
    ];

    public static readonly InterfaceEntry[] Interfaces =
    [
        new() { StoredType = 1, Name = "eth0"u8.ToArray(), Address = [10, 0, 0, 1], NetMask = [255, 0, 0, 0], Broadcast = [10, 255, 255, 255], LinkSpeed = 1000 },
        new() { StoredType = 4, Name = "lo"u8.ToArray(), Address = new byte[16], NetMask = new byte[16], Broadcast = new byte[16] },
    ];

    public static readonly UserEntry User = new() { Uid = 1000, Gid = 1001, Name = "ann"u8.ToArray(), HomeDirectory = "/h"u8.ToArray(), Shell = "/bin/sh"u8.ToArray() };

    public static readonly GroupEntry Group = new() { Gid = 1001, Name = "staff"u8.ToArray() };

    /// <summary>The capture; 12 events, the last of them flagged or large.</summary>
    public static CaptureBuilder Build()
    {
        var builder = new CaptureBuilder().Section().Machine("host", 4, bootTime: 77)
            .Interfaces(2, Interfaces).Users(2, [User], Group).Processes(9, Thread).Descriptors(2, 101, Descriptors);
        for (var i = 0; i < 10; i++)
        {
            AddRead(builder, i);
        }

        return builder
            .Event(EventType.SyscallCloseEnter, 2000, 101, EventBlockFlags.StateOnly, 3, Parameter.I64(3))
            .Event(EventType.ContainerJsonV2Enter, 2001, -1, Parameter.Text("{\"container\":{}}"));
    }

    /// <summary>Adds the exit of a read with some data.</summary>
    public static CaptureBuilder AddRead(CaptureBuilder builder, int index) =>
        builder.Event(EventType.SyscallReadExit, (ulong)(1000 + index), 101, Parameter.I64(index), new byte[index * 3]);
}
