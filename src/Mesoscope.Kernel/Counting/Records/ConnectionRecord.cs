using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>What went over a socket since it was read last: <c>struct connection_record</c> in bpf/counting/reading.bpf.c.</summary>
[StructLayout(LayoutKind.Sequential)]
struct ConnectionRecord
{
    /// <summary>In <see cref="Flags"/>: accepted here.</summary>
    public const uint IsIn = 1;

    /// <summary>In <see cref="Flags"/>: begun here.</summary>
    public const uint IsOut = 2;

    /// <summary>In <see cref="Flags"/>: closed, or closing.</summary>
    public const uint HasEnded = 4;

    /// <summary>The socket.</summary>
    public ulong Inode;

    /// <summary>Control group of the process that used it first.</summary>
    public ulong ControlGroup;

    /// <summary>Bytes received.</summary>
    public ulong BytesIn;

    /// <summary>Bytes sent.</summary>
    public ulong BytesOut;

    /// <summary>Sends and receives.</summary>
    public ulong Operations;

    /// <summary>This end.</summary>
    public AddressBytes Local;

    /// <summary>The other end.</summary>
    public AddressBytes Remote;

    /// <summary>In the network's order.</summary>
    public ushort LocalPort;

    /// <summary>In the network's order.</summary>
    public ushort RemotePort;

    /// <summary>As in linux/socket.h.</summary>
    public ushort Family;

    /// <summary>As in linux/in.h.</summary>
    public ushort Protocol;

    /// <summary>The process that used it first.</summary>
    public int ProcessId;

    /// <summary>The constants above.</summary>
    public uint Flags;

    /// <summary>Readings that found nothing new; not 0: the kernel suggests to remove it.</summary>
    public uint Idle;

    /// <summary>Fills up to 8 bytes.</summary>
    public uint Unused;
}
