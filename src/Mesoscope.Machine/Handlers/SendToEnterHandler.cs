using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>sendto begins: a descriptor that is not known is taken for a UDP socket when an IP address is given with it.</summary>
sealed class SendToEnterHandler : SocketHandler
{
    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Descriptor is null && context.Thread is not null)
        {
            var number = context.Event.Int64(0);
            var packed = context.Event.Parameter(2);
            if (number >= 0 && packed.Length > 0 && packed[0] is SocketFamily.IPv4 or SocketFamily.IPv6)
            {
                Add(engine, number, packed[0], Datagram, UdpProtocol);
            }
        }

        engine.RememberEvent();
        return true;
    }
}
