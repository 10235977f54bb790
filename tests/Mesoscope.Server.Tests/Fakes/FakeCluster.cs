using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Curves;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Tree;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Tests.Fakes;

// Hosts, containers and processes with names and values, in memory, and the queries over them.
sealed class FakeCluster
{
    public const long Ago = 3_600_000;

    readonly Dictionary<string, long> _hosts = new(StringComparer.Ordinal);
    readonly Dictionary<long, LabelSet> _labels = [];
    long _lastId;
    int _lastHappening;

    public FakeCluster()
    {
        Agents = new MemoryAgents(Clock);
        Source = new CatalogSource(Catalog, Agents, Clock);
    }

    public ManualClock Clock { get; } = new();

    public MemoryStore Store { get; } = new();

    public MemoryCatalog Catalog { get; } = new();

    public MemoryAgents Agents { get; }

    public CatalogSource Source { get; }

    public TreeQuery Tree => new(new MomentSource(Source, Store, Store, Clock));

    public SeriesQuery Series => new(Source, Store, Clock);

    public EntityQuery Entities => new(new MomentSource(Source, Store, Store, Clock));

    public HappeningQuery Happenings => new(Store, Clock);

    public LabelQuery Labels => new(Source, Clock);

    public long Host(string name)
    {
        if (!_hosts.TryGetValue(name, out var id))
        {
            _hosts.Add(name, id = Add(EntityKind.Host, name, 0, [new(LabelNames.HostName, name)], Clock.Now - Ago, Entity.NeverMilliseconds));
            Agents.LastSeen[$"agent-{name}"] = Clock.Now;
        }

        return id;
    }

    public long Container(string host, params (string Name, string Value)[] labels) => Container(host, Clock.Now - Ago, Entity.NeverMilliseconds, labels);

    public long Container(string host, long begin, long end, params (string Name, string Value)[] labels)
    {
        var parent = Host(host);
        return Add(EntityKind.Container, host, parent, [new(LabelNames.HostName, host), .. labels.Select(static l => KeyValuePair.Create(l.Name, l.Value))], begin, end);
    }

    public long Process(long parent, string host, string name) =>
        Add(EntityKind.Process, host, parent, [.. _labels[parent].All, new(LabelNames.ProcessName, name)], Clock.Now - Ago, Entity.NeverMilliseconds);

    public static (string, string)[] App(string framework, string? group, string app, string task) =>
    [
        (LabelNames.FrameworkName, framework),
        .. group is null ? Array.Empty<(string, string)>() : [(LabelNames.GroupName, group), (LabelNames.AppName, app)],
        (LabelNames.TaskName, app), (LabelNames.TaskId, task), (LabelNames.ContainerName, task),
    ];

    public void Sample(long entity, string metric, double value, long? end = null, Tier tier = Tier.TenSeconds)
    {
        MetricCatalog.TryFind(metric, out var info);
        var seconds = (uint)tier;
        Store.Add(entity, info!.Number, tier, new SamplePoint(end ?? (Clock.Now - 10_000), value * seconds, (float)value, (float)value, seconds));
    }

    public string Happen(string kind, long time, string text, long entity, params (string Name, string Value)[] labels)
    {
        var id = $"h{++_lastHappening}";
        var own = _labels.TryGetValue(entity, out var known) ? known : LabelSet.Empty;
        Store.WriteHappeningsAsync([new HappeningRecord
        {
            Id = id,
            Milliseconds = time,
            Kind = kind,
            Severity = 4,
            Entity = entity,
            Labels = LabelSet.From([.. own.All, .. labels.Select(static l => KeyValuePair.Create(l.Name, l.Value))]),
            Text = text,
        }]).AsTask().GetAwaiter().GetResult();
        return id;
    }

    long Add(EntityKind kind, string host, long parent, KeyValuePair<string, string>[] labels, long begin, long end)
    {
        var id = ++_lastId;
        _labels[id] = LabelSet.From(labels);
        Catalog.Add(new Entity
        {
            Id = id,
            AgentId = $"agent-{host}",
            Kind = kind,
            Parent = parent,
            Labels = _labels[id],
            BeginMilliseconds = begin,
            EndMilliseconds = end,
            NamedFromMilliseconds = begin,
        });
        return id;
    }
}
