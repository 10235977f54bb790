using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// An entity with what its names are made of. Guarded by the catalog's lock; the spans themselves never change.
sealed class TrackedEntity(long id, string agentId, ulong number, EntityKind kind)
{
    public long Id { get; } = id;

    public string AgentId { get; } = agentId;

    public ulong Number { get; } = number;

    public EntityKind Kind { get; } = kind;

    public TrackedEntity? Parent { get; set; }

    public List<TrackedEntity> Children { get; } = [];

    // Names that the agent gave.
    public LabelSet Own { get; set; } = LabelSet.Empty;

    // Names of the cluster from before the server began; they stay until the cluster is heard again, but everybody's word wins over them.
    public LabelSet Remembered { get; set; } = LabelSet.Empty;

    // Names that the cluster gave; they win.
    public LabelSet Task { get; set; } = LabelSet.Empty;

    // Spans with all names, oldest first; the last one is the present.
    public List<Entity> Spans { get; } = [];

    public Entity Present => Spans[^1];

    public bool IsAlive => Present.EndMilliseconds == Entity.NeverMilliseconds;

    // True when nobody said that it ended, but nothing was heard of its agent for long.
    public bool IsPresumedEnded { get; set; }

    // What its names are now: its own over those of what it is part of, those of the cluster over its own.
    public LabelSet Effective()
    {
        var inherited = Parent?.Present.Labels ?? LabelSet.Empty;
        return inherited.All.Count + Remembered.All.Count + Task.All.Count == 0
            ? Own
            : LabelSet.From(inherited.All.Concat(Remembered.All).Concat(Own.All).Concat(Task.All));
    }

    public void Move(TrackedEntity? parent)
    {
        Parent?.Children.Remove(this);
        Parent = parent;
        parent?.Children.Add(this);
    }
}
