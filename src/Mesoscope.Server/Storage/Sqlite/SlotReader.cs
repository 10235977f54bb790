using System.Runtime.InteropServices;
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
    readonly EntityIds _entities;
    readonly uint[] _metrics;
    readonly long _from;
    readonly long _to;
    readonly ChunkReader _chunks;
    readonly MetricColumn _column;
    readonly List<OpenSample> _openSamples;
    readonly List<long> _missing;

    // The slot that is being read, and which of its spans are wanted.
    TierLayout _tier = TierLayout.All[0];
    long _slot;
    int _firstSpan;
    int _endSpan;

    public SlotReader(StatementCache statements, Head head, SampleRead read, ISampleVisitor visitor, SlotBuffers buffers)
    {
        _statements = statements;
        _head = head;
        _visitor = visitor;
        _entities = read.Entities;
        _metrics = [.. read.Metrics.Distinct().Order()];
        _from = read.FromMilliseconds;
        _to = read.ToMilliseconds;
        (_chunks, _column, _openSamples, _missing) = (buffers.Chunks, buffers.Column, buffers.OpenSamples, buffers.Missing);
    }

    // Shows the spans that end in a part of the time that was asked for.
    public void Read(TierLayout tier, long fromMilliseconds, long toMilliseconds)
    {
        var (from, to) = (Math.Max(_from, fromMilliseconds), Math.Min(_to, toMilliseconds));
        if (_entities.Count == 0 || _metrics.Length == 0 || to <= Math.Max(from, 0))
        {
            return;
        }

        _tier = tier;
        for (_slot = tier.SlotOf(Math.Max(0, from) + 1); _slot <= tier.SlotOf(to); _slot++)
        {
            (_firstSpan, _endSpan) = tier.IndexesWithin(_slot, from, to);
            ReadSlot();
        }
    }

    void ReadSlot()
    {
        _openSamples.Clear();
        var missing = _tier.Index == 0 && _head.HasSlot(_slot) ? ReadMemory() : _entities.Span;
        var nextOpen = 0;
        if (missing.Length > ManyEntities)
        {
            ReadRange(missing, ref nextOpen);
        }
        else
        {
            foreach (var entity in missing)
            {
                ShowOpenBefore(entity, ref nextOpen);
                if (ChunkRows.Find(_statements, _tier, TierLayout.Key(_slot, entity)) is { } row)
                {
                    try
                    {
                        ShowChunk(entity, row.Blob(0), ref nextOpen);
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

    void ReadRange(ReadOnlySpan<long> wanted, ref int nextOpen)
    {
        var rows = ChunkRows.Range(_statements, _tier, _slot, wanted[0], wanted[^1]);
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
                    ShowChunk(entity, rows.Blob(1), ref nextOpen);
                }
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    // Shows sealed rows that memory keeps, remembers open samples, and returns the entities whose rows are to be looked for.
    ReadOnlySpan<long> ReadMemory()
    {
        _missing.Clear();
        foreach (var entity in _entities.Span)
        {
            var known = _head.Find(entity);
            var openBegin = _openSamples.Count;
            known?.Find(_slot)?.Read(_metrics, _firstSpan, _endSpan, _openSamples);
            if (known?.FindRecent(_slot) is { } row)
            {
                var next = openBegin;
                ShowChunk(entity, row, ref next);
                ShowOpenBefore(long.MaxValue, ref next);
                _openSamples.RemoveRange(openBegin, _openSamples.Count - openBegin);
            }
            else
            {
                _missing.Add(entity);
            }
        }

        return CollectionsMarshal.AsSpan(_missing);
    }

    // Open samples join those of their entity's row where it has none.
    void ShowChunk(long entity, ReadOnlySpan<byte> data, ref int nextOpen)
    {
        _chunks.Open(data);
        foreach (var metric in _metrics)
        {
            if (!_chunks.TryRead(data, metric, _column))
            {
                _column.Clear(_tier.Spans);
            }

            for (; nextOpen < _openSamples.Count && _openSamples[nextOpen] is var open && open.Entity == entity && open.Metric == metric; nextOpen++)
            {
                if (_column.Counts[open.Index] == 0)
                {
                    _column.Add(open.Index, open.Sum, open.Minimum, open.Maximum, open.Count);
                }
            }

            for (var i = _firstSpan; i < _endSpan; i++)
            {
                if (_column.Counts[i] > 0)
                {
                    _visitor.Visit(entity, metric, new SamplePoint(_tier.EndOf(_slot, i), _column.Sums[i], _column.Minimums[i], _column.Maximums[i], _column.Counts[i]));
                }
            }
        }
    }

    void ShowOpenBefore(long entity, ref int nextOpen)
    {
        for (; nextOpen < _openSamples.Count && _openSamples[nextOpen] is var open && open.Entity < entity; nextOpen++)
        {
            _visitor.Visit(open.Entity, open.Metric, new SamplePoint(_tier.EndOf(_slot, open.Index), open.Sum, open.Minimum, open.Maximum, open.Count));
        }
    }
}
