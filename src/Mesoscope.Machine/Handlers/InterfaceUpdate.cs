using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Network;

namespace Mesoscope.Machine.Handlers;

/// <summary>Fills in the end of a socket that is not known with an address of the machine.</summary>
static class InterfaceUpdate
{
    /// <summary>Does so for sockets that have only one end; an address that would make both ends the same stays out.</summary>
    public static void FillIn(InterfaceTable interfaces, DescriptorState descriptor)
    {
        if (descriptor.Type == DescriptorType.IPv4Socket)
        {
            FillInIPv4(interfaces, descriptor);
        }
        else if (descriptor.Type == DescriptorType.IPv6Socket)
        {
            FillInIPv6(interfaces, descriptor);
        }
    }

    static void FillInIPv4(InterfaceTable interfaces, DescriptorState descriptor)
    {
        ref var source = ref descriptor.IPv4(0);
        ref var destination = ref descriptor.IPv4(SocketMemory.IPv4Destination);
        if (source != 0 && destination != 0)
        {
            return;
        }

        ref var missing = ref source;
        var known = destination;
        if (source != 0)
        {
            missing = ref destination;
            known = source;
        }

        var own = interfaces.InferIPv4(known);
        if (own != known || descriptor.Port(SocketMemory.IPv4SourcePort) != descriptor.Port(SocketMemory.IPv4DestinationPort))
        {
            missing = own;
        }
    }

    static void FillInIPv6(InterfaceTable interfaces, DescriptorState descriptor)
    {
        ref var source = ref MemoryMarshal.AsRef<UInt128>(descriptor.Socket);
        ref var destination = ref MemoryMarshal.AsRef<UInt128>(descriptor.Socket[SocketMemory.IPv6Destination..]);
        if (source != UInt128.Zero && destination != UInt128.Zero)
        {
            return;
        }

        ref var missing = ref source;
        var known = destination;
        if (source != UInt128.Zero)
        {
            missing = ref destination;
            known = source;
        }

        var own = interfaces.InferIPv6(known);
        if (own != known || descriptor.Port(SocketMemory.IPv6SourcePort) != descriptor.Port(SocketMemory.IPv6DestinationPort))
        {
            missing = own;
        }
    }
}
