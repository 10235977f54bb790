using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Catalog;

/// <summary>
/// Knows all entities: takes what agents tell of them and what the cluster tells of their tasks, joins both, and remembers the names of each
/// moment. The last day is in memory, what is older is in the record store. Safe for several threads.
/// </summary>
public sealed class EntityCatalog : IEntityCatalog
{
    readonly Lock _lock = new();
    readonly Lock _writeOrder = new();
    readonly IRecordStore _records;
    readonly TimeProvider _time;
    readonly Lives _lives = new();
    readonly ClusterTasks _tasks;
    readonly ContainerIndex _containers = new();
    readonly AgentUpdates _updates;
    EntitySnapshot _current = EntitySnapshot.Empty;
    IReadOnlyList<WaitingTask> _waiting = [];

    /// <summary>Makes one that knows what the store has.</summary>
    /// <param name="records">Where entities are kept.</param>
    /// <param name="time">The server's clock.</param>
    /// <param name="limits">How much one agent may name.</param>
    public EntityCatalog(IRecordStore records, TimeProvider time, EntityLimits? limits = null)
    {
        limits ??= new EntityLimits();
        (_records, _time) = (records, time);
        var labels = new LabelReader(limits);
        _tasks = new ClusterTasks(labels);
        _updates = new AgentUpdates(records, _lives, _tasks, _containers, labels, limits);
        CatalogLoader.Load(records, _lives, _updates, _containers, Now());
    }

    /// <inheritdoc/>
    public EntitySnapshot Current
    {
        get
        {
            lock (_lock)
            {
                var now = Now();
                var (hosts, containers) = (_lives.Of(EntityKind.Host).Table(now), _lives.Of(EntityKind.Container).Table(now));
                var (processes, connections) = (_lives.Of(EntityKind.Process).Table(now), _lives.Of(EntityKind.Connection).Table(now));
                if (hosts != _current.Hosts || containers != _current.Containers || processes != _current.Processes || connections != _current.Connections || _waiting != _current.WaitingTasks)
                {
                    _current = new EntitySnapshot { Hosts = hosts, Containers = containers, Processes = processes, Connections = connections, WaitingTasks = _waiting };
                }

                return _current;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Entity> At(long fromMilliseconds, long toMilliseconds, EntityKind kind)
    {
        if (!_lives.IsKnown(kind))
        {
            return [];
        }

        lock (_lock)
        {
            var table = _lives.Of(kind);
            if (fromMilliseconds >= Math.Max(table.KnownFromMilliseconds, Now() - table.MemoryMilliseconds))
            {
                return
                [
                    .. table.All
                        .SelectMany(e => e.Spans)
                        .Where(s => s.NamedFromMilliseconds < toMilliseconds && s.NamedToMilliseconds > fromMilliseconds && s.EndMilliseconds > fromMilliseconds),
                ];
            }
        }

        return _records.ReadEntities(fromMilliseconds, toMilliseconds, kind);
    }

    /// <summary>Takes what a batch tells of its agent's entities.</summary>
    public void Apply(EntityUpdate update, DropCounts drops)
    {
        lock (_lock)
        {
            _updates.Apply(update, Now(), drops);
        }
    }

    /// <summary>Takes what a cluster tells of its tasks: names their containers, and remembers the tasks that have none.</summary>
    public void Apply(ClusterReport report, DropCounts drops)
    {
        lock (_lock)
        {
            var now = Now();
            foreach (var task in _tasks.Apply(report, now, drops))
            {
                foreach (var container in _containers.Of(task))
                {
                    _updates.Join(container, task, now);
                }
            }

            RefreshWaiting(now);
        }
    }

    /// <summary>The id of what an agent calls by a number; 0 when it never told of it. What was presumed ended lives again.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="number">Its number.</param>
    /// <param name="milliseconds">When it was measured, by the server's clock.</param>
    public long Resolve(string agentId, ulong number, long milliseconds)
    {
        lock (_lock)
        {
            return _updates.Resolve(agentId, number, milliseconds);
        }
    }

    /// <summary>The present or last names of an entity; empty for an id that memory does not know.</summary>
    public LabelSet LabelsOf(long id)
    {
        lock (_lock)
        {
            return _lives.Find(id)?.Present.Labels ?? LabelSet.Empty;
        }
    }

    /// <summary>True when an agent should tell of everything that it measures.</summary>
    public bool WantsAll(string agentId)
    {
        lock (_lock)
        {
            return _updates.Of(agentId).OwesAll;
        }
    }

    /// <summary>The entity of an agent's host and how many living containers it has; 0 when it told of none.</summary>
    public (long Host, int Containers) HostOf(string agentId)
    {
        lock (_lock)
        {
            var host = _updates.Of(agentId).Host;
            return host is null ? (0, 0) : (host.Id, host.Children.Count(c => c.Kind == EntityKind.Container && c.IsAlive));
        }
    }

    /// <summary>Ends everything of an agent that was silent for long; it lives again when the agent comes back.</summary>
    public void PresumeEnded(string agentId, long lastSeenMilliseconds)
    {
        lock (_lock)
        {
            _updates.PresumeEnded(agentId, lastSeenMilliseconds);
        }
    }

    /// <summary>Forgets what is older than memory's reach; to be called every minute.</summary>
    public void Trim()
    {
        lock (_lock)
        {
            var now = Now();
            foreach (var entity in _lives.Kinds.SelectMany(k => k.Trim(now)).ToList())
            {
                _updates.Forget(entity);
            }

            RefreshWaiting(now);
        }
    }

    /// <summary>Has everything written that the record store does not know yet.</summary>
    /// <param name="agentId">Whose; null for everybody's, as behind what a cluster told.</param>
    /// <param name="write">Begins a write of these spans. It is called once, and for one writer after the other, so that later names are written later.</param>
    /// <returns>Done when the write is. When it fails, the spans come with the next one.</returns>
    public async ValueTask SaveAsync(string? agentId, Func<IReadOnlyList<Entity>, ValueTask> write)
    {
        IReadOnlyList<Entity> spans;
        ValueTask writing;
        lock (_writeOrder)
        {
            lock (_lock)
            {
                spans = _lives.Unsaved.Of(agentId);
            }

            writing = write(spans);
        }

        await writing.ConfigureAwait(false);
        lock (_lock)
        {
            _lives.Unsaved.Remove(spans);
        }
    }

    void RefreshWaiting(long now)
    {
        var waiting = _tasks.Waiting(now);
        if (!waiting.SequenceEqual(_waiting))
        {
            _waiting = waiting;
        }
    }

    long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
