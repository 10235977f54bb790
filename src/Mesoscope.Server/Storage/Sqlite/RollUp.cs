using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Makes the rows of the coarser tiers of those of the finer ones, slot by slot. Runs on the thread that maintains; reads alone and hands what
// it made to the writing thread.
sealed class RollUp(SqliteWriter writer, ReaderPool readers, RolledUp rolled, Sealer sealer, Action<string> log)
{
    // Behind the end of a slot its last samples are sealed within so long; what comes later makes its row again.
    const long GraceMilliseconds = 7 * 60_000;

    // Rows that are made again in one transaction.
    const int RepairsAtOnce = 64;

    readonly RowMaker _maker = new(log);

    // For the writing thread: nothing may change between reading the finer rows and forgetting that the coarser one was stale.
    readonly RowMaker _repairer = new(log);

    // Does everything that is due.
    public async Task RunAsync(long nowMilliseconds, CancellationToken cancellation)
    {
        foreach (var tier in TierLayout.All.Skip(1))
        {
            for (var until = rolled.Until(tier); until + tier.SlotMilliseconds + GraceMilliseconds <= nowMilliseconds; until = rolled.Until(tier))
            {
                await RollSlotAsync(tier, until / tier.SlotMilliseconds, cancellation).ConfigureAwait(false);
            }

            while (await RepairAsync(tier, cancellation).ConfigureAwait(false))
            {
            }
        }
    }

    async Task RollSlotAsync(TierLayout tier, long slot, CancellationToken cancellation)
    {
        var until = (slot + 1) * tier.SlotMilliseconds;

        // On the writing thread: what was sealed before is read below, what is sealed behind it makes its row stale.
        await writer.WriteAsync(static _ => { }, () => rolled.SetBegun(tier, until), cancellation).ConfigureAwait(false);
        for (var entity = 0L; entity >= 0;)
        {
            var (rows, next) = readers.Read(statements => _maker.MakeSlot(statements, tier, slot, entity));
            if (rows.Count > 0)
            {
                await writer.WriteAsync(statements => WriteRows(statements, tier, rows), null, cancellation).ConfigureAwait(false);
            }

            entity = next;
        }

        // Not before the transaction holds: a reader that believes it would find no rows.
        await writer.WriteAsync(statements => DocumentRows.SetCounter(statements, RolledUp.CounterName(tier), until), () => rolled.Set(tier, until), cancellation).ConfigureAwait(false);
    }

    // Makes rows again whose finer ones have changed; false when there are none.
    async Task<bool> RepairAsync(TierLayout tier, CancellationToken cancellation)
    {
        var count = 0;
        void Repair(StatementCache statements)
        {
            var stale = ChunkRows.Stale(statements, tier, RepairsAtOnce);
            count = stale.Count;
            foreach (var key in stale)
            {
                if (_repairer.MakeRow(statements, tier, key) is { } data)
                {
                    WriteRows(statements, tier, [(key, data)]);
                }

                ChunkRows.ClearStale(statements, tier, key);
            }
        }

        if (readers.Read(statements => ChunkRows.Stale(statements, tier, 1)).Count > 0)
        {
            await writer.WriteAsync(Repair, null, cancellation).ConfigureAwait(false);
        }

        return count > 0;
    }

    void WriteRows(StatementCache statements, TierLayout tier, IReadOnlyList<(long Key, byte[] Data)> rows)
    {
        foreach (var (key, data) in rows)
        {
            ChunkRows.Write(statements, tier, key, data);
            if (tier.Index + 1 < TierLayout.All.Length)
            {
                sealer.MarkCoarser(statements, TierLayout.All[tier.Index + 1], tier.SlotBegin(TierLayout.SlotOfKey(key)), TierLayout.EntityOfKey(key));
            }
        }
    }
}
