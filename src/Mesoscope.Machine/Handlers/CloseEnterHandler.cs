using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>A close begins: until it returns the number may already be given out again.</summary>
sealed class CloseEnterHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        if (engine.Context.Descriptor is { } descriptor)
        {
            descriptor.Flags |= DescriptorFlags.CloseInProgress;
        }

        return true;
    }
}
