using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Heads;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Turns chunks of the head into rows. Runs on the writing thread.
sealed class Sealer(Head head, RolledUp rolled, Action<string> log)
{
    readonly ChunkWriter _writer = new();
    readonly ChunkReader _reader = new();
    readonly MetricColumn _stored = new(64);
    readonly List<MetricColumn> _columns = [];

    // Writes a chunk and returns its row; samples that the database has already stay as they are.
    public byte[] Write(StatementCache statements, HeadChunk chunk)
    {
        var tier = TierLayout.All[0];
        var key = TierLayout.Key(chunk.Slot, chunk.Entity);
        var metrics = chunk.Metrics();
        var used = 0;
        foreach (var metric in metrics)
        {
            if (_columns.Count == used)
            {
                _columns.Add(new MetricColumn(tier.Spans));
            }

            used += chunk.TryRead(metric, _columns[used]) ? 1 : 0;
        }

        var columns = _columns.GetRange(0, used);
        if (ChunkRows.Find(statements, tier, key) is { } row)
        {
            try
            {
                Merge(row.Blob(0), columns, tier);
            }
            catch (ChunkFormatException error)
            {
                // What cannot be read is lost; what came now is not.
                log($"a row of {tier.Table} is replaced: {error.Message}");
            }
            finally
            {
                row.Reset();
            }
        }

        var data = _writer.Write(columns, tier.Spans).ToArray();
        ChunkRows.Write(statements, tier, key, data);
        MarkCoarser(statements, TierLayout.All[1], tier.SlotBegin(chunk.Slot), chunk.Entity);
        return data;
    }

    // A coarser row that holds the slot's samples is made again, when it was made before.
    public void MarkCoarser(StatementCache statements, TierLayout coarser, long milliseconds, long entity)
    {
        if (milliseconds < rolled.Begun(coarser))
        {
            ChunkRows.MarkStale(statements, coarser, TierLayout.Key(milliseconds / coarser.SlotMilliseconds, entity));
        }
    }

    // The chunk is stored now.
    public void Finish(HeadChunk chunk, byte[] row, long nowMilliseconds) => head.Seal(chunk, row, nowMilliseconds);

    void Merge(ReadOnlySpan<byte> row, List<MetricColumn> columns, TierLayout tier)
    {
        _reader.Open(row);
        foreach (var metric in _reader.Metrics)
        {
            _reader.TryRead(row, metric, _stored);
            var place = columns.FindIndex(c => c.Metric >= metric);
            if (place < 0 || columns[place].Metric != metric)
            {
                var added = new MetricColumn(tier.Spans) { Metric = metric };
                columns.Insert(place < 0 ? columns.Count : place, added);
                place = columns.IndexOf(added);
            }

            for (var i = 0; i < Math.Min(tier.Spans, _reader.Spans); i++)
            {
                if (_stored.Counts[i] > 0)
                {
                    var column = columns[place];
                    column.Counts[i] = 0;
                    column.Add(i, _stored.Sums[i], _stored.Minimums[i], _stored.Maximums[i], _stored.Counts[i]);
                }
            }
        }
    }
}
