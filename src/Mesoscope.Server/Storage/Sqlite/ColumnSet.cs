using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// The columns of one coarse row while it is made of finer ones.
sealed class ColumnSet(TierLayout tier)
{
    readonly SortedDictionary<uint, MetricColumn> _columns = [];

    public bool IsEmpty => _columns.Count == 0;

    public void Add(ChunkReader chunk, ReadOnlySpan<byte> data, TierLayout finer, long finerSlot, MetricColumn buffer)
    {
        chunk.Open(data);
        foreach (var metric in chunk.Metrics)
        {
            chunk.TryRead(data, metric, buffer);
            if (!_columns.TryGetValue(metric, out var column))
            {
                _columns.Add(metric, column = new MetricColumn(tier.Spans) { Metric = metric });
            }

            for (var i = 0; i < Math.Min(finer.Spans, chunk.Spans); i++)
            {
                if (buffer.Counts[i] > 0)
                {
                    column.Add(tier.IndexInSlot(finer.EndOf(finerSlot, i)), buffer.Sums[i], buffer.Minimums[i], buffer.Maximums[i], buffer.Counts[i]);
                }
            }
        }
    }

    public byte[] Write(ChunkWriter writer) => writer.Write([.. _columns.Values], tier.Spans).ToArray();
}
