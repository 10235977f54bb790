using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>Reads and writes of every kind return. Those of datagram sockets tell the other end.</summary>
sealed class TransferHandler : StateHandler
{
    const int NoTuple = -1;
    readonly byte[] _text = new byte[SocketText.MaxBytes];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        if (context.Descriptor is not { } descriptor)
        {
            return (e.BlockFlags & EventBlockFlags.Tracer) == 0 || engine.Tracers is null || HandleTracer(engine);
        }

        var isWrite = (e.Info.Flags & EventFlags.WritesToFd) != 0;
        if ((descriptor.Flags & DescriptorFlags.NotTracerFd) == 0 && engine.Tracers is not null && IsTracer(engine, descriptor, isWrite))
        {
            return true;
        }

        if (Result(e) < 0)
        {
            return true;
        }

        if (descriptor.Type is DescriptorType.IPv4Socket or DescriptorType.IPv6Socket)
        {
            descriptor.MarkConnected();
        }

        if ((e.Info.Flags & EventFlags.ReadsFromFd) != 0)
        {
            Receive(engine, descriptor);
        }
        else if (Send(engine, descriptor))
        {
            context.IsLogMessage = descriptor.LogListenerCount > 0;
        }

        return true;
    }

    void Receive(StateEngine engine, DescriptorState descriptor)
    {
        var e = engine.Context.Event;
        var index = e.Type switch
        {
            EventType.SocketRecvfromExit => 2,
            EventType.SocketRecvmsgExit => 3,
            _ => NoTuple,
        };
        if (index == NoTuple || !NeedsTuple(descriptor))
        {
            return;
        }

        var packed = e.Parameter(index);
        if (!TupleUpdate.Apply(engine, descriptor, packed))
        {
            return;
        }

        if (descriptor.Type is not (DescriptorType.IPv4Socket or DescriptorType.IPv6Socket))
        {
            descriptor.SetName(_text.AsSpan(0, SocketText.Tuple(packed, _text, engine.Machine.PortStyle)));
            return;
        }

        SetRole(engine, descriptor, isIncoming: true);
        if (descriptor.IsClient)
        {
            descriptor.SwapEnds();
        }

        SetSocketName(engine, descriptor);
    }

    // False when the event can't be used any further: the enter event that holds the tuple is missing.
    bool Send(StateEngine engine, DescriptorState descriptor)
    {
        var e = engine.Context.Event;
        if (e.Type is not (EventType.SocketSendtoExit or EventType.SocketSendmsgExit) || !NeedsTuple(descriptor))
        {
            return true;
        }

        var source = engine.FindEnterEvent();
        var index = 2;
        if (source is null)
        {
            if (e.StoredParameterCount <= 4)
            {
                return false;
            }

            (source, index) = (e, 4);
        }

        var packed = source.Parameter(index);
        if (!TupleUpdate.Apply(engine, descriptor, packed))
        {
            return true;
        }

        if (descriptor.Type is not (DescriptorType.IPv4Socket or DescriptorType.IPv6Socket))
        {
            descriptor.SetName(_text.AsSpan(0, SocketText.Tuple(packed, _text, engine.Machine.PortStyle)));
            return true;
        }

        SetRole(engine, descriptor, isIncoming: false);
        if (descriptor.IsServer)
        {
            descriptor.SwapEnds();
        }

        SetSocketName(engine, descriptor);
        return true;
    }

    static bool NeedsTuple(DescriptorState descriptor) => descriptor.Name.Length == 0 || !descriptor.IsTcpSocket;

    static void SetRole(StateEngine engine, DescriptorState descriptor, bool isIncoming)
    {
        if (descriptor.HasNoRole)
        {
            descriptor.Flags |= SocketRole.Guess(engine, descriptor, isIncoming);
        }
    }

    void SetSocketName(StateEngine engine, DescriptorState descriptor)
    {
        descriptor.RefreshAddresses();
        descriptor.SetName(_text.AsSpan(0, SocketText.Socket(descriptor, _text, engine.Machine.PortStyle)));
    }

    static bool HandleTracer(StateEngine engine)
    {
        engine.Tracers!.OnWrite(engine);
        return true;
    }

    // A file that tracers may be written to becomes one for good with the first tracer, and none with the first other text.
    static bool IsTracer(StateEngine engine, DescriptorState descriptor, bool isWrite)
    {
        if ((descriptor.Flags & DescriptorFlags.TracerFd) != 0)
        {
            engine.Tracers!.OnWrite(engine);
            return true;
        }

        if ((descriptor.Flags & DescriptorFlags.TracerFile) == 0 || !isWrite)
        {
            return false;
        }

        switch (engine.Tracers!.OnWrite(engine))
        {
            case TracerResult.Complete:
                descriptor.Flags |= DescriptorFlags.TracerFd;
                return true;
            case TracerResult.NoTracer:
                descriptor.Flags |= DescriptorFlags.NotTracerFd;
                return false;
            default:
                return false;
        }
    }
}
