using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>A task as the master knows it.</summary>
sealed record ClusterTask(string Id, string Name, string FrameworkId, string AgentId, ContainerId Container)
{
    public string State { get; init; } = TaskState.Staging;

    /// <summary>Empty for a command task, as in a real state document.</summary>
    public string ExecutorId { get; init; } = "";

    public Resources Resources { get; init; } = new(0.1, 32);

    public ImmutableArray<StatusUpdate> Statuses { get; init; } = [];

    public ImmutableArray<Label> Labels { get; init; } = [];

    public ContainerKind Kind { get; init; }

    /// <summary>The image of an image-based container, else null.</summary>
    public string? Image { get; init; }

    public string Role { get; init; } = "*";

    public string Command { get; init; } = "sleep 100000";

    public ImmutableArray<int> Ports { get; init; } = [];

    /// <summary>The Marathon app, pod or Chronos job that the task belongs to; null for other frameworks.</summary>
    public string? RunSpecId { get; init; }

    /// <summary>The pod instance that the task is a container of, else null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version of the app, a time stamp as Marathon writes it.</summary>
    public string? Version { get; init; }

    /// <summary>What its health checks say; null for a task without any.</summary>
    public bool? IsHealthy => Statuses.IsEmpty ? null : Statuses[^1].Healthy;

    public bool IsLive => !TaskState.IsTerminal(State);

    /// <summary>The id under which the Mesos agent keeps the executor; a command task's executor has the task's own.</summary>
    public string AgentExecutorId => ExecutorId.Length > 0 ? ExecutorId : Id;

    public ClusterTask With(StatusUpdate status) => this with { State = status.State, Statuses = Statuses.Add(status) };
}
