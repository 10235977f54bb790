using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Storage.Sqlite;

// The record store in the database.
sealed class SqliteRecords(SqliteWriter writer, ReaderPool readers) : IRecordStore
{
    public ValueTask WriteEntitiesAsync(IReadOnlyList<Entity> entities, CancellationToken cancellation) =>
        writer.WriteAsync(statements => EntityRows.Write(statements, entities), null, cancellation);

    public IReadOnlyList<Entity> ReadEntities(long fromMilliseconds, long toMilliseconds, EntityKind kind) =>
        readers.Read(statements => EntityRows.ReadSpan(statements, fromMilliseconds, toMilliseconds, kind));

    public IReadOnlyList<Entity> FindEntity(string agentId, ulong number) => readers.Read(statements => EntityRows.Find(statements, agentId, number));

    public long ReserveEntityIds(int count)
    {
        var first = 0L;
        void Take(StatementCache statements)
        {
            first = DocumentRows.Counter(statements, "entity", 1);
            DocumentRows.SetCounter(statements, "entity", first + count);
        }

        writer.WriteAsync(Take, null).AsTask().GetAwaiter().GetResult();
        return first;
    }

    public ValueTask WriteHappeningsAsync(IReadOnlyList<HappeningRecord> happenings, CancellationToken cancellation) =>
        writer.WriteAsync(statements => HappeningRows.Write(statements, happenings), null, cancellation);

    public IReadOnlyList<HappeningRecord> ReadHappenings(long fromMilliseconds, long toMilliseconds, int limit) =>
        readers.Read(statements => HappeningRows.Read(statements, fromMilliseconds, toMilliseconds, limit));

    public string? ReadDocument(string kind, string key) => readers.Read(statements => DocumentRows.Find(statements, kind, key));

    public IReadOnlyList<KeyValuePair<string, string>> ReadDocuments(string kind) => readers.Read(statements => DocumentRows.All(statements, kind));

    public ValueTask WriteDocumentAsync(string kind, string key, string document, CancellationToken cancellation) =>
        writer.WriteAsync(statements => DocumentRows.Write(statements, [new(kind, key, document)]), null, cancellation);

    public ValueTask RemoveDocumentAsync(string kind, string key, CancellationToken cancellation) =>
        writer.WriteAsync(statements => DocumentRows.Remove(statements, kind, key), null, cancellation);
}
