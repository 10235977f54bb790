using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Orchestration.Kubernetes;
using Mesoscope.Machine.Orchestration.Mesos;
using Mesoscope.Machine.Users;

namespace Mesoscope.Machine;

/// <summary>All that is known of the machine that the events come from.</summary>
public sealed partial class MachineState
{
    /// <summary>Time of the first event, nanoseconds since 1970; 0 before it.</summary>
    public ulong FirstEventTime { get; set; }

    /// <summary>Time of the event under hand.</summary>
    public ulong LastEventTime { get; set; }

    /// <summary>The network interfaces.</summary>
    public Network.InterfaceTable Interfaces { get; } = new();

    /// <summary>The containers.</summary>
    public ContainerTable Containers { get; } = new();

    /// <summary>What recorded events told of the Mesos cluster and its Marathon.</summary>
    public MesosState Mesos { get; } = new();

    /// <summary>What recorded events told of the Kubernetes cluster.</summary>
    public KubernetesState Kubernetes { get; } = new();

    /// <summary>The users and groups.</summary>
    public UserTable Users { get; } = new();
}
