namespace Mesoscope.Machine.Handlers;

/// <summary>setsid: the thread leads a session of its own.</summary>
sealed class SessionHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        if (Result(context.Event) is >= 0 and var session && context.Thread is { } thread)
        {
            thread.SessionId = session;
        }

        return true;
    }
}
