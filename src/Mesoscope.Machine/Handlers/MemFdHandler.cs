using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>memfd_create: a file in memory with a name of its own.</summary>
sealed class MemFdHandler : StateHandler
{
    readonly DescriptorState _descriptor = new();

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) >= 0 && engine.Context.Thread is not null)
        {
            _descriptor.Reset();
            _descriptor.Type = DescriptorType.MemFd;
            _descriptor.OpenFlags = e.UInt32(2);
            _descriptor.Name = e.Text(1).ToArray();
            AddDescriptor(engine, Result(e), _descriptor);
        }

        return true;
    }
}
