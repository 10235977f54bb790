using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Entities;

/// <summary>Everything that is there now. Never changes.</summary>
public sealed record EntitySnapshot
{
    /// <summary>A server that has heard of nothing yet.</summary>
    public static EntitySnapshot Empty { get; } = new();

    /// <summary>Hosts.</summary>
    public EntityTable Hosts { get; init; } = EntityTable.Empty;

    /// <summary>Containers.</summary>
    public EntityTable Containers { get; init; } = EntityTable.Empty;

    /// <summary>Processes.</summary>
    public EntityTable Processes { get; init; } = EntityTable.Empty;

    /// <summary>Connections.</summary>
    public EntityTable Connections { get; init; } = EntityTable.Empty;

    /// <summary>Tasks of the cluster that have no container, such as those that wait for a fetch; by task id.</summary>
    public IReadOnlyList<WaitingTask> WaitingTasks { get; init; } = [];

    /// <summary>The table of a kind; an empty one for <see cref="EntityKind.Unknown"/>.</summary>
    public EntityTable Of(EntityKind kind) => kind switch
    {
        EntityKind.Host => Hosts,
        EntityKind.Container => Containers,
        EntityKind.Process => Processes,
        EntityKind.Connection => Connections,
        _ => EntityTable.Empty,
    };
}
