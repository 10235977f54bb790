using Mesoscope.Events.Schema;

namespace Mesoscope.Machine.Handlers;

/// <summary>What the recorder learned from outside of the kernel: clusters, users, groups.</summary>
sealed class AnnouncementHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        var machine = engine.Machine;
        var e = engine.Context.Event;
        switch (e.Type)
        {
            case EventType.K8sEnter:
                machine.Kubernetes.OnKubernetesEvent(e);
                break;
            case EventType.MesosEnter:
                machine.Mesos.OnMesosEvent(e);
                if (machine.Mesos.MayNameContainers)
                {
                    machine.ResolveHostThreads();
                }

                break;
            default:
                machine.Users.OnUserEvent(e);
                break;
        }

        return true;
    }
}
