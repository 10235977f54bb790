using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>socketpair: two Unix sockets that are each other's ends.</summary>
sealed class SocketPairHandler : StateHandler
{
    readonly DescriptorState _descriptor = new();

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) < 0 || engine.Context.Thread is null)
        {
            return true;
        }

        _descriptor.Reset();
        _descriptor.Type = DescriptorType.UnixSocket;
        BitConverter.TryWriteBytes(_descriptor.Socket, e.UInt64(3));
        BitConverter.TryWriteBytes(_descriptor.Socket[SocketMemory.UnixDestination..], e.UInt64(4));
        _descriptor.RefreshAddresses();
        var first = AddDescriptor(engine, e.Int64(1), _descriptor);
        AddDescriptor(engine, e.Int64(2), _descriptor);
        engine.Context.Descriptor = first;
        return true;
    }
}
