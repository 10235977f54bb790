using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Heads;

// The samples of one entity in a slot that is not sealed yet: columns of floats, all metrics in one array. Written by one thread, read by any.
sealed class HeadChunk
{
    // Set in a span's mask when its ten seconds came as a whole; below it a bit for each second that came in a shorter span.
    const ushort Whole = 1 << 15;

    static readonly int s_spans = TierLayout.All[0].Spans;

    readonly Lock _lock = new();
    readonly ushort[] _masks = new ushort[s_spans];
    readonly List<JournalRow> _rows = [];
    readonly ArrayStore _arrays;
    uint[] _metrics;
    float[] _values;
    byte[] _counts;

    public HeadChunk(long entity, long slot, uint[] metrics, ArrayStore arrays)
    {
        Entity = entity;
        Slot = slot;
        _metrics = metrics;
        _arrays = arrays;
        (_values, _counts) = arrays.Take(metrics.Length * s_spans);
    }

    public long Entity { get; }

    public long Slot { get; }

    // When it was last written to, by the server's clock.
    public long LastWriteMilliseconds { get; private set; }

    // True when all of it is in the database; its arrays are gone then.
    public bool IsSealed { get; private set; }

    public IReadOnlyList<JournalRow> Rows => _rows;

    // False for a sample that is there already.
    public bool Put(in EntitySpan span, JournalRow row, long nowMilliseconds)
    {
        var index = TierLayout.All[0].IndexInSlot(span.EndMilliseconds);
        var bits = MaskOf(span);
        if ((_masks[index] & (bits | Whole)) != 0)
        {
            return false;
        }

        lock (_lock)
        {
            if (bits == Whole && _masks[index] != 0)
            {
                Forget(index);
            }

            _masks[index] |= bits;
            PutValues(index, span);
        }

        LastWriteMilliseconds = nowMilliseconds;
        if (_rows.Count == 0 || _rows[^1] != row)
        {
            _rows.Add(row);
            row.OpenChunks++;
        }

        return true;
    }

    // Copies a metric's column; false when there is none, or when it is sealed.
    public bool TryRead(uint metric, MetricColumn column)
    {
        lock (_lock)
        {
            var place = IsSealed ? -1 : Array.IndexOf(_metrics, metric);
            if (place < 0)
            {
                return false;
            }

            column.Metric = metric;
            column.Clear(s_spans);
            var begin = place * s_spans;
            for (var i = 0; i < s_spans; i++)
            {
                var count = _counts[begin + i];
                if (count > 0)
                {
                    column.Counts[i] = count;
                    var at = 3 * (begin + i);
                    column.Sums[i] = _values[at];
                    column.Minimums[i] = _values[at + 1];
                    column.Maximums[i] = _values[at + 2];
                }
            }

            return true;
        }
    }

    // Adds what it holds of some metrics in some of its spans, in their order; nothing when it is sealed.
    public void Read(ReadOnlySpan<uint> metrics, int firstSpan, int endSpan, List<OpenSample> samples)
    {
        lock (_lock)
        {
            foreach (var metric in metrics)
            {
                var place = IsSealed ? -1 : Array.IndexOf(_metrics, metric);
                for (var i = firstSpan; place >= 0 && i < endSpan; i++)
                {
                    var at = (place * s_spans) + i;
                    if (_counts[at] > 0)
                    {
                        samples.Add(new OpenSample(Entity, metric, i, _values[3 * at], _values[(3 * at) + 1], _values[(3 * at) + 2], _counts[at]));
                    }
                }
            }
        }
    }

    // Its metrics, ascending.
    public uint[] Metrics()
    {
        lock (_lock)
        {
            var metrics = (uint[])_metrics.Clone();
            Array.Sort(metrics);
            return metrics;
        }
    }

    // Hands the arrays on.
    public void Seal()
    {
        lock (_lock)
        {
            IsSealed = true;
            _arrays.Return(_values, _counts);
            (_values, _counts) = ([], []);
        }
    }

    static ushort MaskOf(in EntitySpan span)
    {
        if (span.Seconds == TierLayout.All[0].SpanMilliseconds / 1000)
        {
            return Whole;
        }

        var endSecond = (int)((span.EndMilliseconds - 1) / 1000 % 10) + 1;
        return (ushort)((1 << endSecond) - (1 << (endSecond - (int)span.Seconds)));
    }

    void PutValues(int index, in EntitySpan span)
    {
        var metrics = span.Metrics.Span;
        for (var i = 0; i < metrics.Length; i++)
        {
            // Most batches hold the same metrics in the same order.
            var place = i < _metrics.Length && _metrics[i] == metrics[i] ? i : Place(metrics[i]);
            var at = (place * s_spans) + index;
            var count = _counts[at];
            var values = _values.AsSpan(3 * at, 3);
            var (sum, minimum, maximum) = ((float)span.Sums.Span[i], span.Minimums.Span[i], span.Maximums.Span[i]);
            values[0] = count == 0 ? sum : values[0] + sum;
            values[1] = count == 0 ? minimum : Math.Min(values[1], minimum);
            values[2] = count == 0 ? maximum : Math.Max(values[2], maximum);
            _counts[at] = (byte)Math.Min(byte.MaxValue, count + span.Count);
        }
    }

    // The seconds of a span give way to the whole.
    void Forget(int index)
    {
        _masks[index] = 0;
        for (var at = index; at < _counts.Length; at += s_spans)
        {
            _counts[at] = 0;
        }
    }

    int Place(uint metric)
    {
        var place = Array.IndexOf(_metrics, metric);
        if (place >= 0)
        {
            return place;
        }

        var (values, counts) = _arrays.Take((_metrics.Length + 1) * s_spans);
        _values.CopyTo(values, 0);
        _counts.CopyTo(counts, 0);
        _arrays.Return(_values, _counts);
        (_values, _counts, _metrics) = (values, counts, [.. _metrics, metric]);
        return _metrics.Length - 1;
    }
}
