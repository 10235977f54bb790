using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Troubles;

/// <summary>Finds what is wrong at a moment. Safe for several threads.</summary>
sealed class TroubleFinder(IEntitySource entities, IRecordStore records, MomentReader reader, TimeProvider clock)
{
    /// <summary>How long a failure stays in sight.</summary>
    internal const long MemoryMilliseconds = 600_000;

    const int MaxHappenings = 20_000;
    const long WaitsTooLongMilliseconds = 60_000;
    const long PresentMilliseconds = 5_000;

    static readonly string[] s_notStarted = ["TASK_STAGING", "TASK_STARTING"];

    readonly Throttling _throttling = new(reader, clock);

    internal TroubleReport At(long at)
    {
        var living = entities.Alive(EntityKind.Container, at);
        var containers = living.Entities;
        var happenings = Named(records.ReadHappenings(at - MemoryMilliseconds, at + 1, MaxHappenings).Reverse().ToList(), containers, at);
        var failures = new FailureTroubles(happenings);
        var troubles = new List<Trouble>();
        var throttled = _throttling.At(living, at);
        foreach (var container in containers)
        {
            failures.TakeAlive(container.Labels, container.BeginMilliseconds);
            AddOfContainer(troubles, container, throttled.GetValueOrDefault(container.Id), at);
        }

        troubles.AddRange(failures.Find());
        var agents = entities.AgentsAt(at);
        troubles.AddRange(agents.Where(static a => a.IsStale).Select(a => Stale(a, at)));
        if (IsPresent(at))
        {
            troubles.AddRange(Waiting(at));
        }

        return new TroubleReport(troubles, [.. failures.NewestEnds().Select(static e => e.Labels)]) { Agents = Count(agents, at) };
    }

    static void AddOfContainer(List<Trouble> troubles, Entity container, double throttled, long at)
    {
        if (throttled > 0)
        {
            troubles.Add(new Trouble(TroubleKind.Throttled, $"held back by its processor limit for {throttled:0%} of the time", container.Labels, at) { Entity = container.Id });
        }

        if (container.Labels.TryGet(LabelNames.TaskHealthy, out var healthy) && healthy == "false")
        {
            troubles.Add(new Trouble(TroubleKind.Unhealthy, "its health check fails", container.Labels, at) { Entity = container.Id });
        }

        if (container.Labels.TryGet(LabelNames.TaskState, out var state) && s_notStarted.Contains(state) && at - container.BeginMilliseconds > WaitsTooLongMilliseconds)
        {
            troubles.Add(new Trouble(TroubleKind.NotStarted, $"{state} for {Minutes(at - container.BeginMilliseconds)}", container.Labels, container.BeginMilliseconds) { Entity = container.Id });
        }
    }

    // What happened to a container that died young says less of it than was known later.
    List<HappeningRecord> Named(List<HappeningRecord> happenings, IReadOnlyList<Entity> alive, long at)
    {
        if (!happenings.Exists(static h => FrameworkNames.IsIncomplete(h.Labels)))
        {
            return happenings;
        }

        var lived = entities.Lived(EntityKind.Container, at - MemoryMilliseconds, at + 1);
        var last = lived.GroupBy(static e => e.Id).ToDictionary(static g => g.Key, static g => g.Last().Labels);
        var names = new FrameworkNames(alive.Concat(lived).Select(static e => e.Labels).Concat(happenings.Select(static h => h.Labels)).Concat(entities.Waiting.Select(static w => w.Labels)));
        LabelSet Complete(HappeningRecord happening) => names.Complete(last.TryGetValue(happening.Entity, out var labels) && FrameworkNames.IsIncomplete(happening.Labels)
            ? LabelSet.From(labels.All.Concat(happening.Labels.All))
            : happening.Labels);
        return happenings.ConvertAll(h => h with { Labels = Complete(h) });
    }

    static string Minutes(long milliseconds) => milliseconds < 120_000 ? $"{milliseconds / 1000} seconds" : $"{milliseconds / 60_000} minutes";

    // What masters say now is of no use for a moment in the past.
    bool IsPresent(long at) => at > clock.GetUtcNow().ToUnixTimeMilliseconds() - PresentMilliseconds;

    static Trouble Stale(AgentFacts agent, long at)
    {
        var labels = LabelSet.From([new(LabelNames.HostName, agent.HostName), new(LabelNames.AgentId, agent.AgentId)]);
        return new Trouble(TroubleKind.StaleAgent, $"the agent of {agent.HostName} is silent for {Minutes(at - agent.LastSeenMilliseconds)}", labels, agent.LastSeenMilliseconds) { AgentId = agent.AgentId };
    }

    // Agents that measured nothing before a moment of the past were not there yet.
    AgentCount Count(IReadOnlyList<AgentFacts> agents, long at)
    {
        var there = IsPresent(at) ? [] : entities.Alive(EntityKind.Host, at).Entities.Select(static h => h.AgentId).ToHashSet(StringComparer.Ordinal);
        return new AgentCount(agents.Count(a => IsPresent(at) || a.IsStale || there.Contains(a.AgentId)), agents.Count(static a => a.IsStale));
    }

    IEnumerable<Trouble> Waiting(long at) =>
        from task in entities.Waiting
        let age = at - task.SinceMilliseconds
        where s_notStarted.Contains(task.State) ? age > WaitsTooLongMilliseconds : FailureTroubles.IsFailure(task.State) && age < MemoryMilliseconds
        select new Trouble(TroubleKind.NotStarted, $"{task.State} without a container for {Minutes(age)}", task.Labels, task.SinceMilliseconds);
}
