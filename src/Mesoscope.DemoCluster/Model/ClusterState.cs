using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>Everything that the cluster's documents tell, at one moment. Immutable, so that a long answer needs no lock.</summary>
sealed record ClusterState(string Id)
{
    public ImmutableSortedDictionary<string, MesosAgent> Agents { get; init; } = ImmutableSortedDictionary.Create<string, MesosAgent>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Framework> Frameworks { get; init; } = ImmutableSortedDictionary.Create<string, Framework>(StringComparer.Ordinal);

    public ImmutableList<Framework> CompletedFrameworks { get; init; } = [];

    public ImmutableArray<MarathonService> Marathons { get; init; } = [];

    /// <summary>Number of the leading master, from 0; null while none is elected.</summary>
    public int? Leader { get; init; }

    /// <summary>Seconds since 1970 when the leader was elected.</summary>
    public double ElectedTime { get; init; }

    /// <summary>True while the master has just restarted and knows no tasks although all of them run on.</summary>
    public bool Recovering { get; init; }

    /// <summary>
    /// What the leading master knows: after a restart the frameworks come back at once, but tasks only with their agents, which the
    /// master has merely read from its registry. Seen on Mesos 1.12-dev for about a minute.
    /// </summary>
    public ClusterState AsMasterKnows() => !Recovering ? this : this with
    {
        Agents = Agents.ToImmutableSortedDictionary(a => a.Key, a => a.Value with { Recovered = true }, StringComparer.Ordinal),
        Frameworks = Frameworks.ToImmutableSortedDictionary(
            f => f.Key,
            f => f.Value with { Tasks = f.Value.Tasks.Clear(), UnreachableTasks = f.Value.UnreachableTasks.Clear(), CompletedTasks = [] },
            StringComparer.Ordinal),
    };

    public ClusterState With(MesosAgent agent) => this with { Agents = Agents.SetItem(agent.Id, agent) };

    public ClusterState With(Framework framework) => this with { Frameworks = Frameworks.SetItem(framework.Id, framework) };

    public ClusterState With(ClusterTask task) => With(Frameworks[task.FrameworkId].With(task));

    public ClusterState With(MarathonService marathon) =>
        this with { Marathons = [.. Marathons.Select(m => m.FrameworkId == marathon.FrameworkId ? marathon : m)] };

    /// <summary>The live task with this id, of whatever framework; null when there is none.</summary>
    public ClusterTask? FindTask(string id)
    {
        foreach (var framework in Frameworks.Values)
        {
            if (framework.Tasks.TryGetValue(id, out var task))
            {
                return task;
            }
        }

        return null;
    }

    /// <summary>What the tasks use, by agent; agents without tasks are absent.</summary>
    public Dictionary<string, Resources> UsedByAgent()
    {
        var used = new Dictionary<string, Resources>();
        foreach (var task in Frameworks.Values.SelectMany(f => f.Tasks.Values))
        {
            used[task.AgentId] = used.GetValueOrDefault(task.AgentId) + task.Resources;
        }

        return used;
    }
}
