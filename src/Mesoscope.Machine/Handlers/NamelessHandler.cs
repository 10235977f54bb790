using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>Calls that return a descriptor of which only the type is known.</summary>
sealed class NamelessHandler(DescriptorType type) : StateHandler
{
    readonly DescriptorState _descriptor = new();

    public override bool Handle(StateEngine engine)
    {
        var number = Result(engine.Context.Event);
        if (number >= 0 && engine.Context.Thread is not null)
        {
            _descriptor.Reset();
            _descriptor.Type = type;
            AddDescriptor(engine, number, _descriptor);
        }

        return true;
    }
}
