namespace Mesoscope.Machine.Handlers;

/// <summary>Enter events whose parameters the exit event needs.</summary>
sealed class RememberHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        engine.RememberEvent();
        return true;
    }
}
