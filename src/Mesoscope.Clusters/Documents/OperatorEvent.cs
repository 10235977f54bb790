using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>One event of the operator API's <c>SUBSCRIBE</c> stream; what the kind does not tell is null.</summary>
public sealed class OperatorEvent
{
    /// <summary>What it tells.</summary>
    public OperatorEventKind Kind { get; internal set; }

    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Of <see cref="OperatorEventKind.Subscribed"/>: the whole state.</summary>
    public MasterState? State { get; internal set; }

    /// <summary>Of <see cref="OperatorEventKind.Subscribed"/>: seconds between two heartbeats; 0 when it does not say.</summary>
    public double HeartbeatSeconds { get; internal set; }

    /// <summary>The task that was added or updated; of an updated one only ids, state and container count.</summary>
    public ClusterTask? Task { get; internal set; }

    /// <summary>The Mesos agent that was added or removed.</summary>
    public ClusterAgent? Agent { get; internal set; }

    /// <summary>The framework that was added, updated or removed.</summary>
    public ClusterFramework? Framework { get; internal set; }
}
