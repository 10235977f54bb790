using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// Begins, names and ends entities, and keeps their spans in step. Guarded by the catalog's lock.
sealed class Lives
{
    // Names that an entity gets in the first minutes of its life are its names from the beginning: the cluster tells of a container a moment later than its agent.
    const long NamedLateMilliseconds = 2 * 60_000;

    readonly Dictionary<EntityKind, KindTable> _kinds = new()
    {
        [EntityKind.Host] = new KindTable(DayMilliseconds),
        [EntityKind.Container] = new KindTable(DayMilliseconds),
        [EntityKind.Process] = new KindTable(EntityTable.AfterlifeMilliseconds),
        [EntityKind.Connection] = new KindTable(EntityTable.AfterlifeMilliseconds),
    };

    const long DayMilliseconds = 25 * 3_600_000;

    public UnsavedSpans Unsaved { get; } = new();

    public IEnumerable<KindTable> Kinds => _kinds.Values;

    public KindTable Of(EntityKind kind) => _kinds[kind];

    public bool IsKnown(EntityKind kind) => _kinds.ContainsKey(kind);

    public TrackedEntity? Find(long id)
    {
        foreach (var kind in _kinds.Values)
        {
            if (kind.TryFind(id, out var entity))
            {
                return entity;
            }
        }

        return null;
    }

    public void Begin(TrackedEntity entity, long beginMilliseconds)
    {
        var span = new Entity
        {
            Id = entity.Id,
            AgentId = entity.AgentId,
            Number = entity.Number,
            Kind = entity.Kind,
            Parent = entity.Parent?.Id ?? 0,
            Labels = entity.Effective(),
            BeginMilliseconds = beginMilliseconds,
            NamedFromMilliseconds = beginMilliseconds,
        };
        entity.Spans.Add(span);
        Unsaved.Add(span);
        _kinds[entity.Kind].Add(entity);
    }

    // Brings an entity's names, and those of everything in it, to what they are from a moment on.
    public void Rename(TrackedEntity entity, long milliseconds)
    {
        var (present, labels, parent) = (entity.Present, entity.Effective(), entity.Parent?.Id ?? 0);
        if (labels.Equals(present.Labels) && parent == present.Parent)
        {
            return;
        }

        var isLate = milliseconds - present.NamedFromMilliseconds < NamedLateMilliseconds && parent == present.Parent && HoldsAll(labels, present.Labels);
        var changed = present with { Labels = labels, Parent = parent };
        if (isLate || milliseconds <= present.NamedFromMilliseconds || milliseconds >= present.EndMilliseconds)
        {
            entity.Spans[^1] = changed;
        }
        else
        {
            entity.Spans[^1] = present with { NamedToMilliseconds = milliseconds };
            Unsaved.Add(entity.Spans[^1]);
            entity.Spans.Add(changed = changed with { NamedFromMilliseconds = milliseconds });
        }

        Unsaved.Add(changed);
        _kinds[entity.Kind].Touch();
        foreach (var child in entity.Children)
        {
            Rename(child, milliseconds);
        }
    }

    // With everything that is part of it. Returns how many lived and do no more.
    public int End(TrackedEntity entity, long milliseconds, bool isPresumed)
    {
        if (!entity.IsAlive)
        {
            return 0;
        }

        var end = Math.Max(milliseconds, entity.Present.NamedFromMilliseconds + 1);
        SetEnd(entity, end, end);
        entity.IsPresumedEnded = isPresumed;
        return 1 + entity.Children.ToList().Sum(child => End(child, end, isPresumed));
    }

    // It lives after all.
    public void Reopen(TrackedEntity entity)
    {
        entity.IsPresumedEnded = false;
        SetEnd(entity, Entity.NeverMilliseconds, Entity.NeverMilliseconds);
    }

    void SetEnd(TrackedEntity entity, long end, long namedTo)
    {
        // The end belongs to all spans, so that each says how long the whole life was.
        for (var i = 0; i < entity.Spans.Count; i++)
        {
            var span = entity.Spans[i] with { EndMilliseconds = end };
            entity.Spans[i] = i == entity.Spans.Count - 1 ? span with { NamedToMilliseconds = namedTo } : span;
            Unsaved.Add(entity.Spans[i]);
        }

        _kinds[entity.Kind].Touch();
    }

    static bool HoldsAll(LabelSet labels, LabelSet earlier)
    {
        foreach (var (name, value) in earlier.All)
        {
            if (!labels.TryGet(name, out var now) || now != value)
            {
                return false;
            }
        }

        return true;
    }
}
