using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Storage;

/// <summary>What one batch of an agent brings.</summary>
public sealed record StoreWrite
{
    /// <summary>Spans of lives; see <see cref="IRecordStore.WriteEntitiesAsync"/>.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>What was measured; see <see cref="IMetricStore.WriteAsync"/>.</summary>
    public IReadOnlyList<EntitySpan> Samples { get; init; } = [];

    /// <summary>What happened; see <see cref="IRecordStore.WriteHappeningsAsync"/>.</summary>
    public IReadOnlyList<HappeningRecord> Happenings { get; init; } = [];

    /// <summary>Documents, such as how far the agent has come; see <see cref="IRecordStore.WriteDocumentAsync"/>.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];
}
