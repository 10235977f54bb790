using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Catalog;

// Applies what agents tell of their entities. Guarded by the catalog's lock.
sealed class AgentUpdates(IRecordStore records, Lives lives, ClusterTasks tasks, ContainerIndex containers, LabelReader labels, EntityLimits limits)
{
    const int IdsAtOnce = 4096;

    readonly Dictionary<string, AgentEntities> _agents = new(StringComparer.Ordinal);
    long _nextId;
    long _endOfIds;

    public AgentEntities Of(string agentId)
    {
        if (!_agents.TryGetValue(agentId, out var agent))
        {
            _agents.Add(agentId, agent = new AgentEntities(agentId, limits));
        }

        return agent;
    }

    public void Apply(EntityUpdate update, long nowMilliseconds, DropCounts drops)
    {
        var agent = Of(update.AgentId);
        var told = new HashSet<ulong>();

        // A parent may stand behind what is part of it.
        foreach (var record in update.Records.OrderBy(r => r.Kind))
        {
            if (record.Number == 0 || !lives.IsKnown(record.Kind))
            {
                drops.Add("entity of an unknown kind or without number");
                continue;
            }

            told.Add(record.Number);
            Apply(agent, record, update, nowMilliseconds, drops);
        }

        if (update.HasAll)
        {
            EndOthers(agent, told, update.Milliseconds);
            agent.OwesAll = false;
        }
    }

    public long Resolve(string agentId, ulong number, long milliseconds)
    {
        var agent = Of(agentId);
        if (!agent.ByNumber.TryGetValue(number, out var entity))
        {
            // It ended longer ago than memory reaches: samples that waited in a spool.
            var stored = records.FindEntity(agentId, number);
            if (stored.Count == 0)
            {
                agent.OwesAll = true;
            }

            return stored.Count == 0 ? 0 : stored[0].Id;
        }

        if (entity.IsPresumedEnded && milliseconds > entity.Present.EndMilliseconds)
        {
            lives.Reopen(entity);
            agent.AliveCount++;
        }

        return entity.Id;
    }

    // Names a container by its task.
    public void Join(TrackedEntity container, TaskEntry task, long milliseconds)
    {
        task.HasContainer = true;
        (container.Task, container.Remembered) = (task.Labels, LabelSet.Empty);
        lives.Rename(container, milliseconds);
    }

    public void PresumeEnded(string agentId, long lastSeenMilliseconds)
    {
        var agent = Of(agentId);
        foreach (var entity in agent.ByNumber.Values.Where(e => e.IsAlive).ToList())
        {
            agent.AliveCount -= lives.End(entity, lastSeenMilliseconds, true);
        }

        agent.OwesAll = true;
    }

    // Takes in what the store had.
    public void Adopt(TrackedEntity entity)
    {
        var agent = Of(entity.AgentId);
        agent.ByNumber[entity.Number] = entity;
        agent.AliveCount += entity.IsAlive ? 1 : 0;
        agent.Host = entity.Kind == EntityKind.Host ? entity : agent.Host;
    }

    public void Forget(TrackedEntity entity)
    {
        var agent = Of(entity.AgentId);
        if (agent.ByNumber.GetValueOrDefault(entity.Number) == entity)
        {
            agent.ByNumber.Remove(entity.Number);
        }

        entity.Move(null);
        if (entity.Kind == EntityKind.Container)
        {
            containers.Remove(entity);
        }
    }

    void Apply(AgentEntities agent, EntityRecord record, EntityUpdate update, long nowMilliseconds, DropCounts drops)
    {
        var isNew = !agent.ByNumber.TryGetValue(record.Number, out var entity) && (entity = Restore(agent, record.Number)) is null;
        if (isNew && agent.AliveCount >= limits.Entities)
        {
            drops.Add("entity beyond the agent's limit");
            return;
        }

        if (entity is not null && entity.Kind != record.Kind)
        {
            drops.Add("entity whose number has another kind");
            return;
        }

        // What began within the batch's time was not there at its begin; only nothing begins in the future.
        var begin = record.BeginTimeMs > 0 ? Math.Min(record.BeginTimeMs + update.ShiftMilliseconds, Math.Max(nowMilliseconds, update.Milliseconds)) : update.Milliseconds;
        entity ??= new TrackedEntity(TakeId(), agent.AgentId, record.Number, record.Kind);
        if (!TryName(agent, entity, record, nowMilliseconds, drops))
        {
            return;
        }

        if (isNew)
        {
            lives.Begin(entity, begin);
            Adopt(entity);
        }
        else
        {
            if (!entity.IsAlive && record.EndTimeMs == 0)
            {
                lives.Reopen(entity);
                agent.AliveCount++;
            }

            lives.Rename(entity, update.Milliseconds);
        }

        if (record.EndTimeMs > 0)
        {
            agent.AliveCount -= lives.End(entity, record.EndTimeMs + update.ShiftMilliseconds, false);
        }
    }

    // Gives names and place; false when the agent may not name anything for now.
    bool TryName(AgentEntities agent, TrackedEntity entity, EntityRecord record, long nowMilliseconds, DropCounts drops)
    {
        var own = labels.Read(record.Labels, drops);
        var parent = Parent(agent, record, drops);
        var isContainer = entity.Kind == EntityKind.Container;
        if (entity.Spans.Count == 0 || !own.Equals(entity.Own) || parent != entity.Parent)
        {
            if (!agent.Changes.TryTake(nowMilliseconds))
            {
                drops.Add("change of names beyond the agent's rate");
                agent.OwesAll = true;
                return false;
            }

            if (isContainer)
            {
                containers.Remove(entity);
            }

            entity.Own = own;
            entity.Move(parent);
            if (isContainer)
            {
                containers.Add(entity);
            }
        }

        if (isContainer && tasks.Find(own) is { } task)
        {
            task.HasContainer = true;
            (entity.Task, entity.Remembered) = (task.Labels, LabelSet.Empty);
        }

        return true;
    }

    static TrackedEntity? Parent(AgentEntities agent, EntityRecord record, DropCounts drops)
    {
        if (record.Kind == EntityKind.Host)
        {
            return null;
        }

        if (agent.ByNumber.TryGetValue(record.Parent, out var parent) && parent.Kind < record.Kind)
        {
            return parent;
        }

        drops.Add("entity whose parent is unknown");
        return agent.Host;
    }

    // An entity that memory has forgotten and its agent has not.
    TrackedEntity? Restore(AgentEntities agent, ulong number)
    {
        var spans = records.FindEntity(agent.AgentId, number);
        if (spans.Count == 0 || !lives.IsKnown(spans[^1].Kind))
        {
            return null;
        }

        var entity = CatalogLoader.Restore(spans, lives.Find(spans[^1].Parent));
        lives.Of(entity.Kind).Add(entity);
        Adopt(entity);
        if (entity.Kind == EntityKind.Container)
        {
            containers.Add(entity);
        }

        return entity;
    }

    void EndOthers(AgentEntities agent, HashSet<ulong> told, long milliseconds)
    {
        foreach (var entity in agent.ByNumber.Values.Where(e => e.IsAlive && !told.Contains(e.Number)).ToList())
        {
            agent.AliveCount -= lives.End(entity, milliseconds, false);
        }
    }

    long TakeId()
    {
        if (_nextId == _endOfIds)
        {
            _nextId = records.ReserveEntityIds(IdsAtOnce);
            _endOfIds = _nextId + IdsAtOnce;
        }

        return _nextId++;
    }
}
