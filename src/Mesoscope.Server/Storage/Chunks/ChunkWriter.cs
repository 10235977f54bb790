namespace Mesoscope.Server.Storage.Chunks;

// Makes a chunk's bytes; see ChunkFormat. Used again for many, by one thread.
sealed class ChunkWriter
{
    readonly ByteWriter _output = new();
    readonly ByteWriter _columns = new();
    readonly float[] _sums = new float[ChunkFormat.MaxSpans];
    readonly float[] _minimums = new float[ChunkFormat.MaxSpans];
    readonly float[] _maximums = new float[ChunkFormat.MaxSpans];
    readonly float[] _means = new float[ChunkFormat.MaxSpans];

    // The columns are in order of their metrics. What is returned lives until the next call.
    public ReadOnlySpan<byte> Write(IReadOnlyList<MetricColumn> columns, int spans)
    {
        _output.Clear();
        _columns.Clear();
        _output.WriteByte(ChunkFormat.Edition);
        _output.WriteVarint((ulong)spans);
        _output.WriteVarint((ulong)columns.Count);
        var last = 0u;
        for (var i = 0; i < columns.Count; i++)
        {
            var begin = _columns.Length;
            WriteColumn(columns[i], spans);
            _output.WriteVarint(columns[i].Metric - last);
            _output.WriteVarint((ulong)(_columns.Length - begin));
            last = columns[i].Metric;
        }

        _output.WriteBytes(_columns.Written);
        return _output.Written;
    }

    void WriteColumn(MetricColumn column, int spans)
    {
        var counts = column.Counts.AsSpan(0, spans);
        var measured = 0;
        for (var i = 0; i < spans;)
        {
            var run = counts[i..].IndexOfAnyExcept(counts[i]);
            run = run < 0 ? spans - i : run;
            _columns.WriteVarint(counts[i]);
            _columns.WriteVarint((ulong)run);
            for (var end = i + run; i < end; i++)
            {
                if (counts[i] > 0)
                {
                    _sums[measured] = column.Sums[i];
                    _minimums[measured] = column.Minimums[i];
                    _maximums[measured] = column.Maximums[i];
                    _means[measured++] = column.Sums[i] / counts[i];
                }
            }
        }

        FloatColumn.Write(_columns, _sums.AsSpan(0, measured));
        WriteBound(_minimums.AsSpan(0, measured));
        WriteBound(_maximums.AsSpan(0, measured));
    }

    void WriteBound(ReadOnlySpan<float> bounds)
    {
        if (bounds.SequenceEqual(_means.AsSpan(0, bounds.Length)))
        {
            _columns.WriteByte(ChunkFormat.IsMean);
            return;
        }

        FloatColumn.Write(_columns, bounds);
    }
}
