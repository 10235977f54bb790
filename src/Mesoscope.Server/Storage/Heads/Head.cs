using System.Collections.Concurrent;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Heads;

// The newest minutes in memory. Written by one thread, read by any.
sealed class Head
{
    // Sealed rows that stay in memory: with the open slot it is at least ten minutes, what the tree's small charts show.
    const int RecentSlots = 2;

    // Behind a slot's end its samples may still come for so long; late ones are sealed when nothing more came for a while.
    const long IdleMilliseconds = 60_000;
    const long LateIdleMilliseconds = 10_000;

    readonly ConcurrentDictionary<long, HeadEntity> _entities = new();
    readonly ConcurrentQueue<HeadChunk> _full = new();
    readonly ArrayStore _arrays = new();
    readonly MetricLists _metricLists = new();

    // The slots that memory holds something of, and of how many entities; a rough guide for readers.
    readonly ConcurrentDictionary<long, int> _slots = new();

    // Chunks that nothing more is expected for.
    public ConcurrentQueue<HeadChunk> Full => _full;

    public IEnumerable<HeadEntity> Entities => _entities.Values;

    public bool HasSlot(long slot) => _slots.ContainsKey(slot);

    public HeadEntity? Find(long entity) => _entities.GetValueOrDefault(entity);

    // False for a sample that is there already, as far as memory knows.
    public bool Put(in EntitySpan span, JournalRow row, long nowMilliseconds)
    {
        var slot = TierLayout.All[0].SlotOf(span.EndMilliseconds);
        if (!_entities.TryGetValue(span.Entity, out var entity))
        {
            entity = _entities[span.Entity] = new HeadEntity(span.Entity);
        }

        var chunk = entity.Chunks is [.., var last] && last.Slot == slot ? last : entity.Find(slot);
        if (chunk is null)
        {
            // Agents send in order: what is older than this one is complete.
            foreach (var earlier in entity.Chunks)
            {
                if (earlier.Slot < slot)
                {
                    _full.Enqueue(earlier);
                }
            }

            chunk = new HeadChunk(span.Entity, slot, _metricLists.Share(span.Metrics.Span), _arrays);
            entity.Add(chunk);
            Count(slot, 1);
        }

        return chunk.Put(span, row, nowMilliseconds);
    }

    // Finds chunks that wait for nothing more, and forgets what is too old to be kept.
    public void Sweep(long nowMilliseconds)
    {
        var tier = TierLayout.All[0];
        var oldest = tier.SlotOf(nowMilliseconds) - RecentSlots;
        foreach (var entity in _entities.Values)
        {
            foreach (var chunk in entity.Chunks)
            {
                var end = tier.SlotBegin(chunk.Slot + 1);
                var idle = end < nowMilliseconds - tier.SlotMilliseconds ? LateIdleMilliseconds : IdleMilliseconds;
                if (end + idle < nowMilliseconds && chunk.LastWriteMilliseconds + idle < nowMilliseconds)
                {
                    _full.Enqueue(chunk);
                }
            }

            foreach (var (slot, _) in entity.Recent)
            {
                if (slot < oldest)
                {
                    Count(slot, -1);
                }
            }

            entity.Trim(oldest);
            if (entity.IsEmpty)
            {
                _entities.TryRemove(entity.Id, out _);
            }
        }
    }

    // The chunk is in the database now, as this row.
    public void Seal(HeadChunk chunk, byte[] row, long nowMilliseconds)
    {
        var oldest = TierLayout.All[0].SlotOf(nowMilliseconds) - RecentSlots;
        if (_entities.TryGetValue(chunk.Entity, out var entity))
        {
            // First the row, then the chunk's end: a reader finds at least one of them.
            var before = entity.Recent;
            entity.Keep(chunk.Slot, row, oldest);
            CountDifference(before, entity.Recent);
            entity.Remove(chunk);
        }

        chunk.Seal();
        Count(chunk.Slot, -1);
        foreach (var journal in chunk.Rows)
        {
            journal.OpenChunks--;
        }
    }

    void CountDifference((long Slot, byte[] Data)[] before, (long Slot, byte[] Data)[] after)
    {
        foreach (var (slot, _) in after)
        {
            Count(slot, 1);
        }

        foreach (var (slot, _) in before)
        {
            Count(slot, -1);
        }
    }

    void Count(long slot, int change)
    {
        var count = _slots.GetValueOrDefault(slot) + change;
        if (count > 0)
        {
            _slots[slot] = count;
        }
        else
        {
            _slots.TryRemove(slot, out _);
        }
    }
}
