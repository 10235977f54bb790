namespace Mesoscope.Machine.Handlers;

/// <summary>getsockopt returns: its enter event does not tell the descriptor, so that it is known only now.</summary>
sealed class SocketOptionHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Event.StoredParameterCount == 0 || context.Thread is not { } thread)
        {
            return true;
        }

        var number = context.Event.Int64(1);
        context.Descriptor = engine.Machine.FindMainThread(thread) is { } main ? engine.Machine.FindDescriptor(main, number) : null;
        thread.LastEventFd = number;
        return true;
    }
}
