using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>socket: a socket without addresses.</summary>
class SocketHandler : StateHandler
{
    protected const uint Datagram = 2;
    protected const uint UdpProtocol = 17;
    const uint Stream = 1;
    const uint RawType = 3;
    const uint AnyProtocol = 0;
    const uint IcmpProtocol = 1;
    const uint TcpProtocol = 6;
    const uint RawProtocol = 255;
    readonly DescriptorState _descriptor = new();

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) < 0 || engine.Context.Thread is null)
        {
            return true;
        }

        if (engine.FindEnterEvent() is { } enter)
        {
            Add(engine, Result(e), enter.UInt32(0), enter.UInt32(1), enter.UInt32(2));
        }
        else if (e.StoredParameterCount >= 4)
        {
            Add(engine, Result(e), e.UInt32(1), e.UInt32(2), e.UInt32(3));
        }

        return true;
    }

    /// <summary>Adds a socket.</summary>
    protected void Add(StateEngine engine, long number, uint domain, uint type, uint protocol)
    {
        _descriptor.Reset();
        switch (domain)
        {
            case SocketFamily.Unix:
                _descriptor.Type = DescriptorType.UnixSocket;
                break;
            case SocketFamily.Netlink:
                _descriptor.Type = DescriptorType.Netlink;
                break;
            case SocketFamily.IPv4:
                _descriptor.Type = DescriptorType.IPv4Socket;
                _descriptor.Socket[SocketMemory.IPv4Protocol] = TransportOf(type, protocol);
                break;
            case SocketFamily.IPv6:
                _descriptor.Type = DescriptorType.IPv6Socket;
                _descriptor.Socket[SocketMemory.IPv6Protocol] = TransportOf(type, protocol);
                break;
            default:
                // A packet socket and the like: a descriptor of which nothing more is told.
                _descriptor.Type = DescriptorType.Unknown;
                break;
        }

        _descriptor.RefreshAddresses();
        AddDescriptor(engine, number, _descriptor);
    }

    static byte TransportOf(uint type, uint protocol) => protocol switch
    {
        TcpProtocol => type == RawType ? DescriptorState.Raw : DescriptorState.Tcp,
        UdpProtocol => type == RawType ? DescriptorState.Raw : DescriptorState.Udp,
        IcmpProtocol => type == RawType ? DescriptorState.Raw : DescriptorState.Icmp,
        RawProtocol => DescriptorState.Raw,

        // The low byte is the type, the rest are flags (non-blocking, close on exec).
        AnyProtocol => (type & 0xff) switch
        {
            Stream => DescriptorState.Tcp,
            Datagram => DescriptorState.Udp,
            _ => DescriptorState.UnknownProtocol,
        },
        _ => DescriptorState.UnknownProtocol,
    };
}
