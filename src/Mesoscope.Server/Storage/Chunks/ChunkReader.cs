namespace Mesoscope.Server.Storage.Chunks;

// Takes columns out of a chunk, one without the others. Used again for many, by one thread.
sealed class ChunkReader
{
    readonly float[] _values = new float[ChunkFormat.MaxSpans];
    uint[] _metrics = new uint[64];
    int[] _ends = new int[64];
    int _metricCount;
    int _columnsBegin;

    // Spans of the chunk.
    public int Spans { get; private set; }

    // Its metrics, ascending.
    public ReadOnlySpan<uint> Metrics => _metrics.AsSpan(0, _metricCount);

    // Reads what is in front of the columns.
    public void Open(ReadOnlySpan<byte> chunk)
    {
        var input = new ByteReader(chunk);
        var edition = input.ReadByte();
        if (edition != ChunkFormat.Edition)
        {
            throw new ChunkFormatException(0, $"edition {edition}, {ChunkFormat.Edition} is known");
        }

        Spans = input.ReadCount(ChunkFormat.MaxSpans, "spans");
        _metricCount = input.ReadCount(ChunkFormat.MaxMetrics, "metrics");
        if (_metrics.Length < _metricCount)
        {
            _metrics = new uint[_metricCount];
            _ends = new int[_metricCount];
        }

        var (metric, end) = (0UL, 0);
        for (var i = 0; i < _metricCount; i++)
        {
            metric += input.ReadVarint();
            _metrics[i] = metric <= uint.MaxValue ? (uint)metric : throw new ChunkFormatException(input.Offset, $"metric {metric}");
            end += input.ReadCount(chunk.Length - end, "bytes of a column");
            _ends[i] = end;
        }

        _columnsBegin = input.Offset;
        if (end != input.Left)
        {
            throw new ChunkFormatException(input.Offset, $"{input.Left} bytes of columns, {end} were announced");
        }
    }

    // The column of a metric of the chunk that was opened; false when it has none.
    public bool TryRead(ReadOnlySpan<byte> chunk, uint metric, MetricColumn column)
    {
        var index = Metrics.BinarySearch(metric);
        if (index < 0)
        {
            return false;
        }

        var begin = _columnsBegin + (index == 0 ? 0 : _ends[index - 1]);
        var input = new ByteReader(chunk[begin..(_columnsBegin + _ends[index])]);
        column.Metric = metric;
        column.Clear(Spans);
        ReadColumn(ref input, column);
        return input.Left == 0 ? true : throw new ChunkFormatException(begin + input.Offset, $"{input.Left} bytes behind the column of metric {metric}");
    }

    void ReadColumn(ref ByteReader input, MetricColumn column)
    {
        var measured = 0;
        for (var i = 0; i < Spans;)
        {
            var count = (ushort)input.ReadCount(ushort.MaxValue, "seconds");
            var run = input.ReadCount(Spans - i, "spans in a row");
            if (run == 0)
            {
                throw new ChunkFormatException(input.Offset, "no spans in a row");
            }

            column.Counts.AsSpan(i, run).Fill(count);
            measured += count > 0 ? run : 0;
            i += run;
        }

        var values = _values.AsSpan(0, measured);
        FloatColumn.Read(ref input, values);
        Spread(column, column.Sums);
        ReadBound(ref input, column, column.Minimums);
        ReadBound(ref input, column, column.Maximums);

        void ReadBound(ref ByteReader input, MetricColumn column, float[] bounds)
        {
            if (input.Left > 0 && PeekIsMean(input))
            {
                input.ReadByte();
                for (var i = 0; i < Spans; i++)
                {
                    bounds[i] = column.Sums[i] / Math.Max(1, (int)column.Counts[i]);
                }

                return;
            }

            FloatColumn.Read(ref input, _values.AsSpan(0, measured));
            Spread(column, bounds);
        }
    }

    // A copy of the reader moves alone.
    static bool PeekIsMean(ByteReader input) => input.ReadByte() == ChunkFormat.IsMean;

    void Spread(MetricColumn column, float[] target)
    {
        var next = 0;
        for (var i = 0; i < Spans; i++)
        {
            target[i] = column.Counts[i] > 0 ? _values[next++] : 0;
        }
    }
}
