using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Which addresses are the machine's own.</content>
public sealed partial class MachineState
{
    /// <summary>
    /// Whether an address is this machine's, seen from a thread: an interface has it (IPv4) or is in its subnet (IPv6). IPv6 addresses
    /// of threads in containers are never taken for local.
    /// </summary>
    /// <param name="thread">The thread that uses the address.</param>
    /// <param name="address">The bytes in network order, read as a little-endian number.</param>
    /// <param name="isIPv6">False for IPv4.</param>
    public bool IsLocalAddress(ThreadState thread, UInt128 address, bool isIPv6) =>
        isIPv6 ? thread.ContainerId.Length == 0 && Interfaces.HasIPv6Subnet(address) : Interfaces.HasIPv4((uint)address);
}
