using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>accept: a connected socket of which the thread is the server.</summary>
sealed class AcceptHandler : StateHandler
{
    readonly DescriptorState _descriptor = new();
    readonly byte[] _text = new byte[SocketText.MaxBytes];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var number = Result(context.Event);
        if (context.Thread is not { } thread || number < 0)
        {
            return true;
        }

        thread.LastEventFd = number;
        var packed = context.Event.Parameter(1);
        if (packed.IsEmpty || !Set(_descriptor, packed))
        {
            return true;
        }

        _descriptor.SetName(_text.AsSpan(0, SocketText.Tuple(packed, _text, engine.Machine.PortStyle)));
        _descriptor.Flags = DescriptorFlags.RoleServer | DescriptorFlags.SocketConnected;
        _descriptor.RefreshAddresses();
        AddDescriptor(engine, number, _descriptor);
        return true;
    }

    static bool Set(DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        descriptor.Reset();
        switch (packed[0])
        {
            case SocketFamily.IPv4 when packed.Length >= SocketFamily.IPv4TupleBytes:
                SocketUpdate.SetIPv4(descriptor, packed);
                descriptor.Type = DescriptorType.IPv4Socket;
                descriptor.Socket[SocketMemory.IPv4Protocol] = DescriptorState.Tcp;
                return true;
            case SocketFamily.IPv6 when packed.Length >= SocketFamily.IPv6TupleBytes && SocketUpdate.IsMapped(packed):
                SocketUpdate.SetMappedIPv4(descriptor, packed);
                descriptor.Type = DescriptorType.IPv4Socket;
                descriptor.Socket[SocketMemory.IPv4Protocol] = DescriptorState.Tcp;
                return true;
            case SocketFamily.IPv6 when packed.Length >= SocketFamily.IPv6TupleBytes:
                SocketUpdate.SetIPv6(descriptor, packed);
                descriptor.Type = DescriptorType.IPv6Socket;
                descriptor.Socket[SocketMemory.IPv6Protocol] = DescriptorState.Tcp;
                return true;
            case SocketFamily.Unix:
                SocketUpdate.SetUnix(descriptor, packed);
                descriptor.Type = DescriptorType.UnixSocket;
                return true;
            default:
                return false;
        }
    }
}
