using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>A framework and its tasks.</summary>
sealed record Framework(string Id, string Name, double RegisteredTime)
{
    public bool Active { get; init; } = true;

    public string Hostname { get; init; } = "localhost";

    public string WebUiUrl { get; init; } = "";

    public string User { get; init; } = "root";

    public string Role { get; init; } = "*";

    public string Principal { get; init; } = "";

    public double FailoverTimeout { get; init; } = 604800;

    public double UnregisteredTime { get; init; }

    /// <summary>Staging to killing, sorted by id.</summary>
    public ImmutableSortedDictionary<string, ClusterTask> Tasks { get; init; } = Empty;

    public ImmutableSortedDictionary<string, ClusterTask> UnreachableTasks { get; init; } = Empty;

    /// <summary>The latest ended tasks, oldest first; at most <see cref="MaxCompletedTasks"/>.</summary>
    public ImmutableList<ClusterTask> CompletedTasks { get; init; } = [];

    /// <summary>Mesos keeps 1000 (its flag max_completed_tasks_per_framework); a demo needs fewer.</summary>
    public const int MaxCompletedTasks = 100;

    static ImmutableSortedDictionary<string, ClusterTask> Empty { get; } =
        ImmutableSortedDictionary.Create<string, ClusterTask>(StringComparer.Ordinal);

    /// <summary>The same framework with the task in the list that its state belongs to.</summary>
    public Framework With(ClusterTask task) => task.State switch
    {
        TaskState.Unreachable => this with { Tasks = Tasks.Remove(task.Id), UnreachableTasks = UnreachableTasks.SetItem(task.Id, task) },
        _ when task.IsLive => this with { Tasks = Tasks.SetItem(task.Id, task), UnreachableTasks = UnreachableTasks.Remove(task.Id) },
        _ => this with
        {
            Tasks = Tasks.Remove(task.Id),
            UnreachableTasks = UnreachableTasks.Remove(task.Id),
            CompletedTasks = (CompletedTasks.Count < MaxCompletedTasks ? CompletedTasks : CompletedTasks.RemoveAt(0)).Add(task),
        },
    };
}
