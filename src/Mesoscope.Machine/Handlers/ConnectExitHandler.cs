using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>connect returns with both ends; one that goes on in the background counts as connected.</summary>
sealed class ConnectExitHandler : StateHandler
{
    const long InProgress = -115;
    readonly byte[] _text = new byte[SocketText.MaxBytes];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Descriptor is not { } descriptor || Result(context.Event) is < 0 and not InProgress)
        {
            return true;
        }

        descriptor.MarkConnected();
        var packed = context.Event.Parameter(1);
        if (packed.IsEmpty)
        {
            return true;
        }

        if (packed[0] is SocketFamily.IPv4 or SocketFamily.IPv6)
        {
            if (packed.Length < (packed[0] == SocketFamily.IPv4 ? SocketFamily.IPv4TupleBytes : SocketFamily.IPv6TupleBytes))
            {
                return true;
            }

            SetIP(engine, descriptor, packed);
        }
        else
        {
            descriptor.SetName(_text.AsSpan(0, SocketText.Tuple(packed, _text, engine.Machine.PortStyle)));
            SocketUpdate.SetUnix(descriptor, packed);
            descriptor.RefreshAddresses();
        }

        if (descriptor.HasNoRole)
        {
            descriptor.Flags |= DescriptorFlags.RoleClient;
        }

        descriptor.ListenToLog();
        return true;
    }

    void SetIP(StateEngine engine, DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        bool isChanged;
        if (packed[0] == SocketFamily.IPv4)
        {
            descriptor.Type = DescriptorType.IPv4Socket;
            isChanged = SocketUpdate.SetIPv4(descriptor, packed);
        }
        else if (SocketUpdate.IsMapped(packed))
        {
            descriptor.Type = DescriptorType.IPv4Socket;
            isChanged = SocketUpdate.SetMappedIPv4(descriptor, packed);
        }
        else
        {
            descriptor.Type = DescriptorType.IPv6Socket;
            isChanged = SocketUpdate.SetIPv6(descriptor, packed);
        }

        if (isChanged && descriptor.IsServer && descriptor.IsUdpSocket)
        {
            // A UDP server that connects becomes the destination of its tuple.
            descriptor.SwapEnds();
        }

        descriptor.RefreshAddresses();
        descriptor.SetName(_text.AsSpan(0, SocketText.Socket(descriptor, _text, engine.Machine.PortStyle)));
    }
}
