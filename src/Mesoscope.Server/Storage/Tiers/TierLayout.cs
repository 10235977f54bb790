namespace Mesoscope.Server.Storage.Tiers;

// How a tier's samples lie in rows: a row holds one entity over one slot of time. Slots begin at multiples of their length since 1970.
sealed class TierLayout
{
    // From fine to coarse; each one's slot is a whole number of spans of the next.
    public static readonly TierLayout[] All =
    [
        new(0, Tier.TenSeconds, "chunk_10s", 300_000),
        new(1, Tier.Minute, "chunk_1m", 3_600_000),
        new(2, Tier.TenMinutes, "chunk_10m", 6 * 3_600_000),
        new(3, Tier.Hour, "chunk_1h", 24 * 3_600_000),
    ];

    // Ids of entities have so many bits of a row's key; slots have those above.
    const int EntityBits = 36;

    TierLayout(int index, Tier tier, string table, long slotMilliseconds)
    {
        Index = index;
        Tier = tier;
        Table = table;
        SlotMilliseconds = slotMilliseconds;
        SpanMilliseconds = 1000 * (long)tier;
        Spans = (int)(slotMilliseconds / SpanMilliseconds);
    }

    public const long MaxEntity = (1L << EntityBits) - 1;

    public int Index { get; }

    public Tier Tier { get; }

    public string Table { get; }

    public long SlotMilliseconds { get; }

    public long SpanMilliseconds { get; }

    // Spans of a slot.
    public int Spans { get; }

    public static TierLayout Of(Tier tier) => Array.Find(All, t => t.Tier == tier) ?? throw new ArgumentOutOfRangeException(nameof(tier), tier, "this tier is not stored");

    // The slot of a span by its end.
    public long SlotOf(long endMilliseconds) => (endMilliseconds - 1) / SlotMilliseconds;

    public long SlotBegin(long slot) => slot * SlotMilliseconds;

    public int IndexInSlot(long endMilliseconds) => (int)((endMilliseconds - 1) % SlotMilliseconds / SpanMilliseconds);

    // Indexes of a slot's spans that end behind a moment and at another at the latest; the second index is exclusive.
    public (int First, int End) IndexesWithin(long slot, long fromMilliseconds, long toMilliseconds)
    {
        var begin = SlotBegin(slot);
        return ((int)Math.Clamp((fromMilliseconds - begin) / SpanMilliseconds, 0, Spans), (int)Math.Clamp((toMilliseconds - begin) / SpanMilliseconds, 0, Spans));
    }

    public long EndOf(long slot, int index) => SlotBegin(slot) + ((index + 1) * SpanMilliseconds);

    // Keys of a slot follow each other, so that what is old lies together.
    public static long Key(long slot, long entity) => (slot << EntityBits) | entity;

    public static long SlotOfKey(long key) => key >> EntityBits;

    public static long EntityOfKey(long key) => key & MaxEntity;
}
