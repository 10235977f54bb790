namespace Mesoscope.Machine.Handlers;

/// <summary>fcntl begins: of its commands only those that duplicate a descriptor are followed.</summary>
sealed class ControlEnterHandler : StateHandler
{
    const byte Duplicate = 1;
    const byte DuplicateCloseOnExec = 26;

    public override bool Handle(StateEngine engine)
    {
        if ((byte)engine.Context.Event.UInt64(1) is Duplicate or DuplicateCloseOnExec)
        {
            engine.RememberEvent();
        }

        return true;
    }
}
