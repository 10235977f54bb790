using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Network;

namespace Mesoscope.Machine.Handlers;

/// <summary>bind: a socket with an address and a port of its own becomes a server.</summary>
sealed class BindHandler : StateHandler
{
    readonly byte[] _text = new byte[SocketText.MaxBytes];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var packed = context.Event.Parameter(1);
        if (context.Descriptor is not { } descriptor || Result(context.Event) < 0 || packed.IsEmpty)
        {
            return true;
        }

        if (packed[0] == SocketFamily.IPv4 && packed.Length >= 7)
        {
            BindIPv4(descriptor, packed[1..5], SocketText.ReadPort(packed, 5), SocketMemory.IPv4Protocol);
        }
        else if (packed[0] == SocketFamily.IPv6 && packed.Length >= 19)
        {
            BindIPv6(descriptor, packed[1..17], SocketText.ReadPort(packed, 17));
        }

        descriptor.RefreshAddresses();
        descriptor.SetName(_text.AsSpan(0, SocketText.Address(packed, _text, engine.Machine.PortStyle)));
        return true;
    }

    static void BindIPv4(DescriptorState descriptor, ReadOnlySpan<byte> address, ushort port, int protocolOffset)
    {
        if (port == 0)
        {
            return;
        }

        descriptor.Type = DescriptorType.IPv4Server;
        address.CopyTo(descriptor.Socket);
        descriptor.Port(SocketMemory.IPv4ServerPort) = port;
        descriptor.Socket[SocketMemory.IPv4ServerProtocol] = descriptor.Socket[protocolOffset];
        descriptor.Flags |= DescriptorFlags.RoleServer;
    }

    static void BindIPv6(DescriptorState descriptor, ReadOnlySpan<byte> address, ushort port)
    {
        if (port == 0)
        {
            return;
        }

        if (AddressText.IsMappedIPv4(address))
        {
            BindIPv4(descriptor, address[12..], port, SocketMemory.IPv6Protocol);
            return;
        }

        descriptor.Type = DescriptorType.IPv6Server;
        descriptor.Port(SocketMemory.IPv6ServerPort) = port;
        address.CopyTo(descriptor.Socket);
        descriptor.Socket[SocketMemory.IPv6ServerProtocol] = descriptor.Socket[SocketMemory.IPv6Protocol];
        descriptor.Flags |= DescriptorFlags.RoleServer;
    }
}
