using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>A listening socket: <c>struct listener_record</c> in bpf/counting/reading.bpf.c.</summary>
[StructLayout(LayoutKind.Sequential)]
struct ListenerRecord
{
    /// <summary>The socket.</summary>
    public ulong Inode;

    /// <summary>Control group of the process.</summary>
    public ulong ControlGroup;

    /// <summary>Where it listens.</summary>
    public AddressBytes Local;

    /// <summary>In the network's order.</summary>
    public ushort LocalPort;

    /// <summary>As in linux/socket.h.</summary>
    public ushort Family;

    /// <summary>The process.</summary>
    public int ProcessId;

    /// <summary>Connections that wait.</summary>
    public int Length;

    /// <summary>Connections that may wait.</summary>
    public int Limit;
}
