using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Deletes what is older than its retention, in steps that nobody has to wait for long. Runs on the thread that maintains.
sealed class Expiry(SqliteWriter writer, RolledUp rolled, RetentionOptions retention)
{
    const int RowsAtOnce = 500;
    const int FreePagesAtOnce = 512;

    // Free pages are used again; only when a quarter of the file is free some of it goes back to the file system.
    const int KeptFreeShare = 4;

    static readonly string[] s_deleteNames =
    [
        "DELETE FROM entity WHERE (id, named_from) IN (SELECT id, named_from FROM entity WHERE kind IN (1, 2) AND named_to < ? LIMIT ?) RETURNING 1",
        "DELETE FROM entity WHERE (id, named_from) IN (SELECT id, named_from FROM entity WHERE kind IN (3, 4) AND named_to < ? LIMIT ?) RETURNING 1",
        "DELETE FROM happening WHERE id IN (SELECT id FROM happening WHERE time < ? ORDER BY time LIMIT ?) RETURNING 1",
    ];

    public async Task RunAsync(long nowMilliseconds, CancellationToken cancellation)
    {
        foreach (var tier in TierLayout.All)
        {
            var oldest = nowMilliseconds - (long)retention.Of(tier.Tier).TotalMilliseconds;
            if (tier.Index + 1 < TierLayout.All.Length)
            {
                // What the coarser tier has not been made of yet stays.
                oldest = Math.Min(oldest, rolled.Until(TierLayout.All[tier.Index + 1]));
            }

            var slot = oldest / tier.SlotMilliseconds;
            await DeleteAsync(statements => ChunkRows.DeleteBefore(statements, tier, slot, RowsAtOnce), cancellation).ConfigureAwait(false);
        }

        TimeSpan[] kept = [retention.Hour, retention.Processes, retention.Hour];
        for (var i = 0; i < s_deleteNames.Length; i++)
        {
            var (sql, before) = (s_deleteNames[i], nowMilliseconds - (long)kept[i].TotalMilliseconds);
            await DeleteAsync(statements => Delete(statements, sql, before), cancellation).ConfigureAwait(false);
        }

        await DeleteAsync(Vacuum, cancellation).ConfigureAwait(false);
    }

    async Task DeleteAsync(Func<StatementCache, int> delete, CancellationToken cancellation)
    {
        for (var deleted = 1; deleted > 0;)
        {
            await writer.WriteAsync(statements => deleted = delete(statements), null, cancellation).ConfigureAwait(false);
        }
    }

    static int Delete(StatementCache statements, string sql, long before)
    {
        var statement = statements[sql].Bind(1, before).Bind(2, RowsAtOnce);
        var count = 0;
        try
        {
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

    static int Vacuum(StatementCache statements)
    {
        var (free, all) = (Pragma(statements, "PRAGMA freelist_count"), Pragma(statements, "PRAGMA page_count"));
        if (free < FreePagesAtOnce || free < all / KeptFreeShare)
        {
            return 0;
        }

        statements[$"PRAGMA incremental_vacuum({FreePagesAtOnce})"].Run();
        return 1;
    }

    static long Pragma(StatementCache statements, string sql)
    {
        var statement = statements[sql];
        try
        {
            return statement.Step() ? statement.Int64(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }
}
