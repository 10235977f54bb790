using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>A close returns.</summary>
sealed class CloseExitHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Descriptor is not { } descriptor)
        {
            return true;
        }

        if (Result(context.Event) < 0)
        {
            descriptor.Flags &= ~DescriptorFlags.CloseInProgress;
            return true;
        }

        // Also when the number was given out again meanwhile: the reference forgets the new descriptor with the old one.
        var thread = context.Thread!;
        engine.RemoveDescriptorLater(thread, thread.LastEventFd);
        return true;
    }
}
