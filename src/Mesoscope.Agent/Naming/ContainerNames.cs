using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Containers.Recognition;

namespace Mesoscope.Agent.Naming;

/// <summary>What was found out about a container so far.</summary>
sealed class ContainerNames
{
    /// <summary>What a runtime told of it; null when none did.</summary>
    public ContainerInfo? Info { get; set; }

    /// <summary>What the environment of one of its processes told; null when none told of a task.</summary>
    public TaskEnvironment? Environment { get; set; }

    /// <summary>How many environments were looked at.</summary>
    public int Looks { get; set; }

    /// <summary>The names of the cluster that its labels were made with.</summary>
    public long ClusterVersion { get; set; } = -1;

    /// <summary>Whether something was found out since its labels were made.</summary>
    public bool IsChanged { get; set; } = true;

    /// <summary>How it ended, when its runtime told; null otherwise.</summary>
    public int? ExitStatus { get; set; }

    /// <summary>Whether its runtime told that its memory ran out.</summary>
    public bool IsOutOfMemory { get; set; }
}
