using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Storage;

/// <summary>
/// Keeps everything that is no number: entities with the names of their times, happenings, and documents (settings, accounts, keys, agents)
/// by kind and key. Safe for several threads; what was written outlives the process when the call is done.
/// </summary>
public interface IRecordStore
{
    /// <summary>Keeps spans of entities' lives; one with the same id and the same begin of its names is replaced.</summary>
    ValueTask WriteEntitiesAsync(IReadOnlyList<Entity> entities, CancellationToken cancellation = default);

    /// <summary>All spans of lives that touch a span of time, oldest first.</summary>
    /// <param name="fromMilliseconds">Begin of the span.</param>
    /// <param name="toMilliseconds">End of the span, exclusive.</param>
    /// <param name="kind">What is asked for.</param>
    IReadOnlyList<Entity> ReadEntities(long fromMilliseconds, long toMilliseconds, EntityKind kind);

    /// <summary>The spans of the life of the entity that an agent calls by a number, oldest first; empty when it was never heard of.</summary>
    IReadOnlyList<Entity> FindEntity(string agentId, ulong number);

    /// <summary>Takes ids for new entities that nobody else gets, also after a restart.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The first of them; the others follow it.</returns>
    long ReserveEntityIds(int count);

    /// <summary>Keeps happenings; one with the same id is replaced.</summary>
    ValueTask WriteHappeningsAsync(IReadOnlyList<HappeningRecord> happenings, CancellationToken cancellation = default);

    /// <summary>Happenings of a span of time, newest first.</summary>
    /// <param name="fromMilliseconds">Begin of the span.</param>
    /// <param name="toMilliseconds">End of the span, exclusive.</param>
    /// <param name="limit">The newest so many.</param>
    IReadOnlyList<HappeningRecord> ReadHappenings(long fromMilliseconds, long toMilliseconds, int limit);

    /// <summary>The document of a key; null when there is none.</summary>
    string? ReadDocument(string kind, string key);

    /// <summary>All documents of a kind, by key in ordinal order.</summary>
    IReadOnlyList<KeyValuePair<string, string>> ReadDocuments(string kind);

    /// <summary>Keeps a document in place of the one with its key.</summary>
    ValueTask WriteDocumentAsync(string kind, string key, string document, CancellationToken cancellation = default);

    /// <summary>Removes a document; nothing happens when there is none.</summary>
    ValueTask RemoveDocumentAsync(string kind, string key, CancellationToken cancellation = default);
}
