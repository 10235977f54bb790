using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>A close returns. A number that was given out again since its beginning stays open.</summary>
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

        var thread = context.Thread!;
        if ((descriptor.Flags & DescriptorFlags.CloseCanceled) != 0)
        {
            descriptor.Flags &= ~DescriptorFlags.CloseCanceled;
            engine.RemoveDescriptorLater(thread, DescriptorTable.CanceledNumber);
        }
        else
        {
            engine.RemoveDescriptorLater(thread, thread.LastEventFd);
        }

        return true;
    }
}
