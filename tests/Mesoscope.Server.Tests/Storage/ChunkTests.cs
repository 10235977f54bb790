using Mesoscope.Server.Storage.Chunks;

namespace Mesoscope.Server.Tests.Storage;

public sealed class ChunkTests
{
    const int Spans = 30;

    [Fact]
    public void TryRead_EachMetricAlone_IsWhatWasWritten()
    {
        var columns = Columns(new Random(1));
        var chunk = new ChunkWriter().Write(columns, Spans).ToArray();
        var reader = new ChunkReader();
        reader.Open(chunk);
        Assert.Equal(columns.Select(c => c.Metric), reader.Metrics.ToArray());
        foreach (var column in columns.Reverse<MetricColumn>())
        {
            var read = new MetricColumn(1);
            Assert.True(reader.TryRead(chunk, column.Metric, read));
            Assert.Equal(column.Counts, read.Counts);
            Assert.Equal(Measured(column, column.Sums), Measured(read, read.Sums));
            Assert.Equal(Measured(column, column.Minimums), Measured(read, read.Minimums));
            Assert.Equal(Measured(column, column.Maximums), Measured(read, read.Maximums));
        }
    }

    [Fact]
    public void TryRead_AMetricThatIsNotThere_IsFalse()
    {
        var chunk = new ChunkWriter().Write(Columns(new Random(2)), Spans).ToArray();
        var reader = new ChunkReader();
        reader.Open(chunk);
        Assert.False(reader.TryRead(chunk, 9999, new MetricColumn(Spans)));
    }

    [Fact]
    public void Open_CutAtEveryByte_IsRefused()
    {
        var chunk = new ChunkWriter().Write(Columns(new Random(3)), Spans).ToArray();
        for (var length = 0; length < chunk.Length; length++)
        {
            Assert.Throws<ChunkFormatException>(() => ReadAll(chunk.AsSpan(0, length)));
        }
    }

    [Fact]
    public void ReadAll_WithChangedBytes_ReadsOrRefuses()
    {
        var random = new Random(4);
        var chunk = new ChunkWriter().Write(Columns(random), Spans).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var changed = chunk.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                ReadAll(changed);
            }
            catch (ChunkFormatException)
            {
                // Said, not crashed: that is all that is asked.
            }
        }
    }

    static void ReadAll(ReadOnlySpan<byte> chunk)
    {
        var (reader, column) = (new ChunkReader(), new MetricColumn(Spans));
        reader.Open(chunk);
        foreach (var metric in reader.Metrics.ToArray())
        {
            reader.TryRead(chunk, metric, column);
        }
    }

    // Constants, counts, noise, gauges that stand still, and spans that were not measured.
    static List<MetricColumn> Columns(Random random)
    {
        var columns = new List<MetricColumn>();
        for (uint metric = 1; metric < 40; metric += 3)
        {
            var column = new MetricColumn(Spans) { Metric = metric };
            for (var i = 0; i < Spans; i++)
            {
                if (metric % 2 == 0 || random.Next(5) > 0)
                {
                    var value = (metric % 4) switch { 0 => 7, 1 => random.Next(1000), _ => random.NextSingle() * 100 };
                    column.Add(i, value * 10, metric % 4 == 0 ? value : value / 2, metric % 4 == 0 ? value : value * 2, 10);
                }
            }

            columns.Add(column);
        }

        return columns;
    }

    static float[] Measured(MetricColumn column, float[] values) => [.. values.Where((_, i) => column.Counts[i] > 0)];
}
