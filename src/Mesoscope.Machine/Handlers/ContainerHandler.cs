namespace Mesoscope.Machine.Handlers;

/// <summary>What the recorder learned about a container. Failed look-ups are kept and not shown.</summary>
sealed class ContainerHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        if (!engine.Machine.Containers.OnContainerEvent(engine.Context))
        {
            engine.HideEvent();
        }

        return true;
    }
}
