using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>A thread ends.</summary>
sealed class ProcessExitHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        if (engine.Context.Thread is { } thread)
        {
            thread.Flags |= ThreadFlags.Closed;
            engine.RemoveThreadLater(engine.Context.Event.ThreadId);
        }

        return true;
    }
}
