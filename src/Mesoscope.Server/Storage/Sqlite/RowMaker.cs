using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Makes rows of a coarser tier of those of the next finer one. Belongs to one thread.
sealed class RowMaker(Action<string> log)
{
    // Entities whose finer rows are in memory at the same time.
    const int EntitiesAtOnce = 256;

    readonly ChunkReader _chunks = new();
    readonly ChunkWriter _chunkWriter = new();
    readonly MetricColumn _buffer = new(64);

    // Rows of the slot for entities from one on, and where to go on; -1 at the end.
    public (List<(long Key, byte[] Data)> Rows, long Next) MakeSlot(StatementCache statements, TierLayout tier, long slot, long firstEntity)
    {
        var finer = TierLayout.All[tier.Index - 1];
        var (firstFiner, endFiner) = FinerSlots(tier, finer, slot);
        var (last, next) = EntityRange(statements, finer, firstFiner, endFiner, firstEntity);
        var made = new SortedDictionary<long, ColumnSet>();
        for (var finerSlot = firstFiner; finerSlot < endFiner; finerSlot++)
        {
            var rows = ChunkRows.Range(statements, finer, finerSlot, firstEntity, last);
            try
            {
                while (rows.Step())
                {
                    var entity = TierLayout.EntityOfKey(rows.Int64(0));
                    if (!made.TryGetValue(entity, out var columns))
                    {
                        made.Add(entity, columns = new ColumnSet(tier));
                    }

                    Add(columns, rows.Blob(1), finer, finerSlot);
                }
            }
            finally
            {
                rows.Reset();
            }
        }

        return ([.. made.Select(m => (TierLayout.Key(slot, m.Key), m.Value.Write(_chunkWriter)))], next);
    }

    // The entities that come next: an upper bound that leaves about as many as are wanted at once.
    static (long Last, long Next) EntityRange(StatementCache statements, TierLayout finer, long firstSlot, long endSlot, long firstEntity)
    {
        var (last, next) = (TierLayout.MaxEntity, -1L);
        for (var slot = firstSlot; slot < endSlot; slot++)
        {
            var statement = statements[$"SELECT key FROM {finer.Table} WHERE key BETWEEN ? AND ? ORDER BY key LIMIT 1 OFFSET {EntitiesAtOnce}"]
                .Bind(1, TierLayout.Key(slot, firstEntity))
                .Bind(2, TierLayout.Key(slot, TierLayout.MaxEntity));
            try
            {
                if (statement.Step() && TierLayout.EntityOfKey(statement.Int64(0)) is var entity && entity <= last)
                {
                    (last, next) = (entity - 1, entity);
                }
            }
            finally
            {
                statement.Reset();
            }
        }

        return (last, next);
    }

    // One row; null when nothing is left of it.
    public byte[]? MakeRow(StatementCache statements, TierLayout tier, long key)
    {
        var finer = TierLayout.All[tier.Index - 1];
        var (firstFiner, endFiner) = FinerSlots(tier, finer, TierLayout.SlotOfKey(key));
        var columns = new ColumnSet(tier);
        for (var slot = firstFiner; slot < endFiner; slot++)
        {
            if (ChunkRows.Find(statements, finer, TierLayout.Key(slot, TierLayout.EntityOfKey(key))) is { } row)
            {
                try
                {
                    Add(columns, row.Blob(0), finer, slot);
                }
                finally
                {
                    row.Reset();
                }
            }
        }

        return columns.IsEmpty ? null : columns.Write(_chunkWriter);
    }

    // One row that cannot be read must not keep all others from their tiers.
    void Add(ColumnSet columns, ReadOnlySpan<byte> data, TierLayout finer, long slot)
    {
        try
        {
            columns.Add(_chunks, data, finer, slot, _buffer);
        }
        catch (ChunkFormatException error)
        {
            log($"a row of {finer.Table} is left out of the coarser tier: {error.Message}");
        }
    }

    static (long First, long End) FinerSlots(TierLayout tier, TierLayout finer, long slot) =>
        (tier.SlotBegin(slot) / finer.SlotMilliseconds, tier.SlotBegin(slot + 1) / finer.SlotMilliseconds);
}
