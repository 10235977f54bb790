using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Network;

namespace Mesoscope.Machine.Handlers;

/// <summary>connect begins: the destination is known from here on, even when the call never returns in the capture.</summary>
sealed class ConnectEnterHandler : StateHandler
{
    readonly byte[] _text = new byte[SocketText.MaxBytes];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var packed = context.Event.Parameter(1);
        if (context.Descriptor is not { } descriptor || packed.IsEmpty)
        {
            return true;
        }

        if (packed[0] == SocketFamily.IPv4)
        {
            if (packed.Length >= 7)
            {
                SetIPv4(descriptor, packed[1..5], SocketText.ReadPort(packed, 5));
            }
        }
        else if (packed[0] == SocketFamily.IPv6)
        {
            if (packed.Length >= 19)
            {
                SetIPv6(descriptor, packed[1..17], SocketText.ReadPort(packed, 17));
            }
        }
        else
        {
            descriptor.SetName(_text.AsSpan(0, SocketText.Address(packed, _text, engine.Machine.PortStyle)));
            SocketUpdate.SetUnix(descriptor, packed);
        }

        descriptor.RefreshAddresses();
        return true;
    }

    static void SetIPv4(DescriptorState descriptor, ReadOnlySpan<byte> address, ushort port)
    {
        descriptor.Type = DescriptorType.IPv4Socket;
        address.CopyTo(descriptor.Socket[SocketMemory.IPv4Destination..]);
        descriptor.Port(SocketMemory.IPv4DestinationPort) = port;
    }

    static void SetIPv6(DescriptorState descriptor, ReadOnlySpan<byte> address, ushort port)
    {
        if (AddressText.IsMappedIPv4(address))
        {
            SetIPv4(descriptor, address[12..], port);
            return;
        }

        descriptor.Type = DescriptorType.IPv6Socket;
        descriptor.Port(SocketMemory.IPv6DestinationPort) = port;
        address.CopyTo(descriptor.Socket[SocketMemory.IPv6Destination..]);
    }
}
