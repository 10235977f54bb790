using System.Buffers.Binary;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Which addresses are the machine's own.</content>
public sealed partial class MachineState
{
    /// <summary>
    /// Whether an address is this machine's, seen from a thread: an interface has it (IPv4) or is in its subnet (IPv6). IPv6 addresses
    /// of threads in containers are never taken for local; for IPv4 such a thread also has its container's address.
    /// </summary>
    /// <param name="thread">The thread that uses the address.</param>
    /// <param name="address">The bytes in network order, read as a little-endian number.</param>
    /// <param name="isIPv6">False for IPv4.</param>
    public bool IsLocalAddress(ThreadState thread, UInt128 address, bool isIPv6)
    {
        if (isIPv6)
        {
            return thread.ContainerId.Length == 0 && Interfaces.HasIPv6Subnet(address);
        }

        return (thread.ContainerId.Length > 0 && IsContainerAddress(thread.ContainerId, (uint)address)) || Interfaces.HasIPv4((uint)address);
    }

    // A container whose address is not known may have that of any container.
    bool IsContainerAddress(byte[] id, uint address)
    {
        if (Containers.Find(id) is not { } container)
        {
            return false;
        }

        var hostOrder = BinaryPrimitives.ReverseEndianness(address);
        if (container.Address != 0)
        {
            return container.Address == hostOrder;
        }

        foreach (var other in Containers.Items)
        {
            if (other.Address == hostOrder)
            {
                return true;
            }
        }

        return false;
    }
}
