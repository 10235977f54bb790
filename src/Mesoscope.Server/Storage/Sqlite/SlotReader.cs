using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Heads;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Shows what rows of a tier and, for the finest tier, memory hold of some entities and metrics. Made for one reading.
sealed class SlotReader
{
    // With more entities a slot's rows are read in one go, whoever's they are, as long as they are not much more than are wanted.
    const int ManyEntities = 400;

    readonly StatementCache _statements;
    readonly Head _head;
    readonly ISampleVisitor _visitor;
    readonly long[] _entities;
    readonly uint[] _metrics;
    readonly long _from;
    readonly long _to;
    readonly ChunkReader _chunks = new();
    readonly MetricColumn _column = new(64);
    readonly MetricColumn _open = new(64);

    // What the open chunks of a slot held, read before its rows are: what is sealed in between is found at least once.
    readonly List<(long Entity, uint Metric, int Index, SamplePoint Point)> _openSamples = [];

    public SlotReader(StatementCache statements, Head head, SampleRead read, ISampleVisitor visitor)
    {
        _statements = statements;
        _head = head;
        _visitor = visitor;
        _entities = [.. read.Entities.Distinct().Order()];
        _metrics = [.. read.Metrics.Distinct().Order()];
        _from = read.FromMilliseconds;
        _to = read.ToMilliseconds;
    }

    // Shows the spans that end in a part of the time that was asked for.
    public void Read(TierLayout tier, long fromMilliseconds, long toMilliseconds)
    {
        var (from, to) = (Math.Max(_from, fromMilliseconds), Math.Min(_to, toMilliseconds));
        if (_entities.Length == 0 || _metrics.Length == 0 || to <= Math.Max(from, 0))
        {
            return;
        }

        for (var slot = tier.SlotOf(Math.Max(0, from) + 1); slot <= tier.SlotOf(to); slot++)
        {
            ReadSlot(tier, slot, from, to);
        }
    }

    void ReadSlot(TierLayout tier, long slot, long from, long to)
    {
        _openSamples.Clear();
        var isInMemory = tier.Index == 0 && _head.HasSlot(slot);
        var missing = isInMemory ? ReadMemory(tier, slot, from, to) : _entities;
        var nextOpen = 0;
        if (missing.Length > ManyEntities)
        {
            ReadRange(tier, slot, missing, from, to, ref nextOpen);
        }
        else
        {
            foreach (var entity in missing)
            {
                ShowOpenBefore(entity, ref nextOpen);
                if (ChunkRows.Find(_statements, tier, TierLayout.Key(slot, entity)) is { } row)
                {
                    try
                    {
                        ShowChunk(tier, slot, entity, row.Blob(0), from, to, ref nextOpen);
                    }
                    finally
                    {
                        row.Reset();
                    }
                }
            }
        }

        ShowOpenBefore(long.MaxValue, ref nextOpen);
    }

    void ReadRange(TierLayout tier, long slot, long[] wanted, long from, long to, ref int nextOpen)
    {
        var rows = ChunkRows.Range(_statements, tier, slot, wanted[0], wanted[^1]);
        try
        {
            var next = 0;
            while (rows.Step())
            {
                var entity = TierLayout.EntityOfKey(rows.Int64(0));
                while (next < wanted.Length && wanted[next] < entity)
                {
                    next++;
                }

                if (next < wanted.Length && wanted[next] == entity)
                {
                    ShowOpenBefore(entity, ref nextOpen);
                    ShowChunk(tier, slot, entity, rows.Blob(1), from, to, ref nextOpen);
                }
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    // Shows sealed rows that memory keeps, remembers open samples, and returns the entities whose rows are to be looked for.
    long[] ReadMemory(TierLayout tier, long slot, long from, long to)
    {
        var missing = new List<long>();
        foreach (var entity in _entities)
        {
            var known = _head.Find(entity);
            var openBegin = _openSamples.Count;
            if (known?.Find(slot) is { } chunk)
            {
                ReadOpen(tier, slot, chunk, from, to);
            }

            if (known?.FindRecent(slot) is { } row)
            {
                var next = openBegin;
                ShowChunk(tier, slot, entity, row, from, to, ref next);
                ShowOpenBefore(long.MaxValue, ref next);
                _openSamples.RemoveRange(openBegin, _openSamples.Count - openBegin);
            }
            else
            {
                missing.Add(entity);
            }
        }

        return [.. missing];
    }

    void ReadOpen(TierLayout tier, long slot, HeadChunk chunk, long from, long to)
    {
        foreach (var metric in _metrics)
        {
            if (!chunk.TryRead(metric, _open))
            {
                continue;
            }

            for (var i = 0; i < tier.Spans; i++)
            {
                if (_open.Counts[i] > 0 && tier.EndOf(slot, i) is var end && end > from && end <= to)
                {
                    _openSamples.Add((chunk.Entity, metric, i, PointOf(_open, i, end)));
                }
            }
        }
    }

    // Open samples join those of their entity's row where it has none.
    void ShowChunk(TierLayout tier, long slot, long entity, ReadOnlySpan<byte> data, long from, long to, ref int nextOpen)
    {
        _chunks.Open(data);
        foreach (var metric in _metrics)
        {
            if (!_chunks.TryRead(data, metric, _column))
            {
                _column.Clear(tier.Spans);
            }

            while (nextOpen < _openSamples.Count && _openSamples[nextOpen] is var open && open.Entity == entity && open.Metric == metric)
            {
                if (_column.Counts[open.Index] == 0)
                {
                    _column.Add(open.Index, (float)open.Point.Sum, open.Point.Minimum, open.Point.Maximum, open.Point.Count);
                }

                nextOpen++;
            }

            for (var i = 0; i < tier.Spans; i++)
            {
                if (_column.Counts[i] > 0 && tier.EndOf(slot, i) is var end && end > from && end <= to)
                {
                    _visitor.Visit(entity, metric, PointOf(_column, i, end));
                }
            }
        }
    }

    void ShowOpenBefore(long entity, ref int nextOpen)
    {
        for (; nextOpen < _openSamples.Count && _openSamples[nextOpen] is var open && open.Entity < entity; nextOpen++)
        {
            _visitor.Visit(open.Entity, open.Metric, open.Point);
        }
    }

    static SamplePoint PointOf(MetricColumn column, int index, long end) =>
        new(end, column.Sums[index], column.Minimums[index], column.Maximums[index], column.Counts[index]);
}
