namespace Mesoscope.Clusters.Model;

/// <summary>Whose names count.</summary>
public sealed record ClusterOptions
{
    /// <summary>
    /// Whether only tasks in <see cref="TaskState.Running"/> of active frameworks have names, as in sysdig. Defaults to false: a task
    /// that is being started or killed has processes, and so has one whose scheduler is away.
    /// </summary>
    public bool StrictStates { get; init; }

    /// <summary>
    /// Whether an app is linked to those of its tasks only that have a name when it comes, as sysdig does when it reads a capture.
    /// Defaults to false: documents may come in any order.
    /// </summary>
    public bool LinksNamedTasksOnly { get; init; }

    /// <summary>
    /// How long a task keeps its name when a restarted master no longer tells of it. Defaults to 10 minutes, the time that masters give
    /// agents to come back (<c>--agent_reregister_timeout</c>).
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(10);
}
