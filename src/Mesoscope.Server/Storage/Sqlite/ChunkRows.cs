using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Rows of a tier: one chunk each, by slot and entity.
static class ChunkRows
{
    public static void Write(StatementCache statements, TierLayout tier, long key, ReadOnlySpan<byte> data) =>
        statements[$"INSERT OR REPLACE INTO {tier.Table} (key, data) VALUES (?, ?)"].Bind(1, key).Bind(2, data).Run();

    // The row's bytes live until the statement is reset, which is the caller's to do.
    public static Statement? Find(StatementCache statements, TierLayout tier, long key)
    {
        var statement = statements[$"SELECT data FROM {tier.Table} WHERE key = ?"].Bind(1, key);
        if (statement.Step())
        {
            return statement;
        }

        statement.Reset();
        return null;
    }

    // Keys and bytes of a slot's entities from one to another, both inclusive, in order.
    public static Statement Range(StatementCache statements, TierLayout tier, long slot, long firstEntity, long lastEntity) =>
        statements[$"SELECT key, data FROM {tier.Table} WHERE key BETWEEN ? AND ?"].Bind(1, TierLayout.Key(slot, firstEntity)).Bind(2, TierLayout.Key(slot, lastEntity));

    // Deletes rows of slots before one, so many at most; returns how many it were.
    public static int DeleteBefore(StatementCache statements, TierLayout tier, long slot, int limit)
    {
        var statement = statements[$"DELETE FROM {tier.Table} WHERE key IN (SELECT key FROM {tier.Table} WHERE key < ? ORDER BY key LIMIT ?) RETURNING 1"];
        var count = 0;
        try
        {
            statement.Bind(1, TierLayout.Key(slot, 0)).Bind(2, limit);
            while (statement.Step())
            {
                count++;
            }
        }
        finally
        {
            statement.Reset();
        }

        return count;
    }

    public static void MarkStale(StatementCache statements, TierLayout tier, long key) =>
        statements["INSERT OR IGNORE INTO stale_chunk (tier, key) VALUES (?, ?)"].Bind(1, (long)tier.Tier).Bind(2, key).Run();

    public static void ClearStale(StatementCache statements, TierLayout tier, long key) =>
        statements["DELETE FROM stale_chunk WHERE tier = ? AND key = ?"].Bind(1, (long)tier.Tier).Bind(2, key).Run();

    public static List<long> Stale(StatementCache statements, TierLayout tier, int limit)
    {
        var statement = statements["SELECT key FROM stale_chunk WHERE tier = ? ORDER BY key LIMIT ?"].Bind(1, (long)tier.Tier).Bind(2, limit);
        var keys = new List<long>();
        try
        {
            while (statement.Step())
            {
                keys.Add(statement.Int64(0));
            }
        }
        finally
        {
            statement.Reset();
        }

        return keys;
    }
}
