using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Orchestration.Kubernetes;
using Mesoscope.Machine.Orchestration.Mesos;
using Mesoscope.Machine.Users;

namespace Mesoscope.Machine;

/// <summary>All that is known of the machine that the events come from.</summary>
public sealed partial class MachineState
{
    /// <summary>A machine of which nothing is known.</summary>
    public MachineState()
        : this(new MachineLimits())
    {
    }

    /// <summary>A machine of which nothing is known, to be kept within limits.</summary>
    public MachineState(MachineLimits limits)
    {
        Limits = limits;
        Containers = new ContainerTable(this);
        Tasks = new TaskMatcher(this);
    }

    /// <summary>How much is kept.</summary>
    public MachineLimits Limits { get; }

    /// <summary>How ports are written in the names of descriptors from here on; numbers by default.</summary>
    public Network.PortStyle PortStyle { get; set; }

    /// <summary>How many threads were not taken because there were too many.</summary>
    public long RefusedThreadCount { get; private set; }

    /// <summary>How many descriptors were not taken because their process had too many.</summary>
    public long RefusedDescriptorCount { get; internal set; }

    /// <summary>The machine itself, as the capture tells; null when it does not.</summary>
    public MachineEntry? Info { get; private set; }

    /// <summary>Time of the first event, nanoseconds since 1970; 0 before it.</summary>
    public ulong FirstEventTime { get; set; }

    /// <summary>Time of the event under hand.</summary>
    public ulong LastEventTime { get; set; }

    /// <summary>The network interfaces.</summary>
    public Network.InterfaceTable Interfaces { get; } = new();

    /// <summary>The containers.</summary>
    public ContainerTable Containers { get; }

    /// <summary>The names of the Mesos cluster and its Marathons.</summary>
    public MesosState Mesos { get; } = new();

    /// <summary>Finds the Mesos task that a thread works for.</summary>
    public TaskMatcher Tasks { get; }

    /// <summary>What recorded events told of the Kubernetes cluster.</summary>
    public KubernetesState Kubernetes { get; } = new();

    /// <summary>The users and groups.</summary>
    public UserTable Users { get; } = new();

    /// <summary>The spans that programs have begun and not ended.</summary>
    public Tracers.SpanTable Spans { get; } = new();
}
