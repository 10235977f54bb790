using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// The database's layout, step by step; the number of steps done is its user_version. A step that was released is never changed.
static class Migrations
{
    static readonly string[] s_steps =
    [
        """
        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE document (kind TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
        CREATE TABLE entity (
            id INTEGER NOT NULL, named_from INTEGER NOT NULL, named_to INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
            kind INTEGER NOT NULL, parent INTEGER NOT NULL, agent TEXT NOT NULL, number INTEGER NOT NULL, labels TEXT NOT NULL,
            PRIMARY KEY (id, named_from)) WITHOUT ROWID;
        CREATE INDEX entity_by_time ON entity (kind, named_to);
        CREATE INDEX entity_by_number ON entity (agent, number);
        CREATE TABLE happening (
            id TEXT PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL, severity INTEGER NOT NULL, entity INTEGER NOT NULL,
            labels TEXT NOT NULL, text TEXT NOT NULL, failed_calls BLOB) WITHOUT ROWID;
        CREATE INDEX happening_by_time ON happening (time, id);
        CREATE TABLE journal (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE chunk_10s (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE chunk_1m (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE chunk_10m (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE chunk_1h (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE stale_chunk (tier INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (tier, key)) WITHOUT ROWID;
        """,
    ];

    // The newest layout.
    public static int Newest => s_steps.Length;

    public static void Run(SqliteConnection connection, string path)
    {
        var version = (int)(long)SqliteText.Scalar(connection, "PRAGMA user_version")!;
        if (version > Newest)
        {
            throw new StoreException($"the database {path} has layout {version}, and this program knows up to {Newest}: a later version of mesoscope made it; use that one, or another data folder");
        }

        for (; version < Newest; version++)
        {
            using var transaction = connection.BeginTransaction();
            SqliteText.Execute(connection, s_steps[version]);
            SqliteText.Execute(connection, $"PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }
}
