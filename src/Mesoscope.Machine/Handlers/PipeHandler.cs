using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>pipe and pipe2: two ends with one inode.</summary>
sealed class PipeHandler : StateHandler
{
    readonly DescriptorState _descriptor = new();

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) < 0 || engine.Context.Thread is null)
        {
            return true;
        }

        for (var i = 1; i <= 2; i++)
        {
            _descriptor.Reset();
            _descriptor.Type = DescriptorType.Fifo;
            _descriptor.Inode = e.UInt64(3);
            AddDescriptor(engine, e.Int64(i), _descriptor);
        }

        return true;
    }
}
