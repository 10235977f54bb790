using Mesoscope.Clusters.Model;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>What a thread works for, as long as neither its container nor the names change. All null when it works for no task.</summary>
public sealed class TaskMatch
{
    /// <summary>The thread's container when this was found.</summary>
    internal byte[] ContainerId { get; init; } = [];

    /// <summary>What the names and containers were when this was found.</summary>
    internal long Version { get; init; }

    /// <summary>The task.</summary>
    public ClusterTask? Task { get; init; }

    /// <summary>The framework that started the task; null when the cluster does not tell of it.</summary>
    public ClusterFramework? Framework { get; init; }

    /// <summary>The Mesos agent that runs the task; null when the cluster does not tell of it.</summary>
    public ClusterAgent? Agent { get; init; }

    /// <summary>The Marathon app that the task belongs to.</summary>
    public MarathonApp? App { get; init; }

    /// <summary>The Marathon pod that the task belongs to.</summary>
    public MarathonPod? Pod { get; init; }

    /// <summary>
    /// Without a task: the id of the thread's container when Mesos made it, so that the cluster has not told of its task yet or does not
    /// any more; else null. Always null as long as nothing is known of a cluster.
    /// </summary>
    public byte[]? UnnamedContainer { get; init; }
}
