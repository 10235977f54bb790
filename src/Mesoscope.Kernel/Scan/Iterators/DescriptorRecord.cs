using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Kernel.Scan.Iterators;

/// <summary>What the kernel's program writes of a descriptor, <c>struct descriptor_record</c> of bpf/scan.bpf.c. Behind it comes the text.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct DescriptorRecord
{
    /// <summary>Bytes of the text: the name of a Unix socket, empty for other sockets, otherwise what the descriptor's link shows.</summary>
    public readonly uint TextBytes;

    /// <summary>The process, in the machine's first pid namespace.</summary>
    public readonly uint Pid;

    /// <summary>The descriptor's number.</summary>
    public readonly uint Number;

    /// <summary>The kernel's flags, O_CLOEXEC among them.</summary>
    public readonly uint Flags;

    /// <summary>Inode.</summary>
    public readonly ulong Inode;

    /// <summary>Device, as <c>stat</c> shows it.</summary>
    public readonly uint Device;

    /// <summary>Number of the mount.</summary>
    public readonly uint Mount;

    /// <summary>Kind and permissions, as in <c>st_mode</c>.</summary>
    public readonly ushort Mode;

    /// <summary>Socket: its family, from linux/socket.h.</summary>
    public readonly ushort Family;

    /// <summary>Socket: its type, from linux/net.h.</summary>
    public readonly ushort SocketType;

    /// <summary>Socket: its protocol, from linux/in.h.</summary>
    public readonly ushort Protocol;

    /// <summary>Own port.</summary>
    public readonly ushort LocalPort;

    /// <summary>The other port.</summary>
    public readonly ushort RemotePort;

    readonly uint _isSocket;

    /// <summary>Own address, network order; of IPv4 the first four bytes.</summary>
    public readonly AddressBytes Local;

    /// <summary>The other address; 0 for servers.</summary>
    public readonly AddressBytes Remote;

    /// <summary>Unix socket: where it lies in the kernel.</summary>
    public readonly ulong Socket;

    /// <summary>Unix socket: where the other end lies; 0 without one.</summary>
    public readonly ulong Peer;

    /// <summary>The kind alone.</summary>
    public FileKind Kind => (FileKind)(Mode & 0xF000);

    /// <summary>Whether it is a socket; one of the file system, opened with O_PATH, is none.</summary>
    public bool IsSocket => _isSocket != 0;
}
