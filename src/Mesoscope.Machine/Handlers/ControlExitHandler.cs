namespace Mesoscope.Machine.Handlers;

/// <summary>fcntl returns: only commands that duplicate a descriptor were remembered.</summary>
sealed class ControlExitHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        if (engine.FindEnterEvent() is null)
        {
            return true;
        }

        var number = Result(engine.Context.Event);
        if (number >= 0 && engine.Context.Descriptor is { } descriptor)
        {
            AddDescriptor(engine, number, descriptor);
        }

        return true;
    }
}
