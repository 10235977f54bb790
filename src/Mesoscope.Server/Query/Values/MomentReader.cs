using Mesoscope.Samples.Messages;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

/// <summary>Reads what entities' metrics were at a moment.</summary>
sealed class MomentReader(IMetricStore store, TimeProvider clock)
{
    // A sample is on its way for its own length, the agent's jitter and the network; what is older is no value of the moment.
    const long LatenessMilliseconds = 25_000;
    const long SecondsAreKeptMilliseconds = 110_000;
    const int PointsAtLeast = 30;

    /// <summary>Values of entities of one kind, in the order of their ids.</summary>
    internal MomentValues Read(EntityIds entities, EntityKind kind, IReadOnlyList<Column> columns, long at, long range)
    {
        var table = new MetricTable(columns, kind);
        var values = new MomentValues(entities.Count, columns.Count);
        if (table.Numbers.Count > 0 && entities.Count > 0)
        {
            ReadTier(values.All, entities, table, columns, at, range, TierFor(at, range));
            if (at > clock.GetUtcNow().ToUnixTimeMilliseconds() - SecondsAreKeptMilliseconds && range <= SecondsAreKeptMilliseconds)
            {
                ReadTier(values.All, entities, table, columns, at, range, Tier.Second);
            }
        }

        CountLives(values.All, columns, kind);
        return values;
    }

    static void CountLives(Span<double> values, IReadOnlyList<Column> columns, EntityKind kind)
    {
        for (var c = 0; c < columns.Count; c++)
        {
            for (var i = c; i < values.Length && columns[c].Counts(kind); i += columns.Count)
            {
                values[i] = 1;
            }
        }
    }

    void ReadTier(Span<double> values, EntityIds entities, MetricTable table, IReadOnlyList<Column> columns, long at, long range, Tier tier)
    {
        var length = (long)tier * 1000;
        using var visitor = new MomentVisitor(entities, table, columns.Count, range <= length);
        if (range > length)
        {
            store.Read(new SampleRead(entities, table.Numbers, at - range, at, tier), visitor);
        }
        else
        {
            ReadNewest(visitor, entities, table, at, tier);
        }

        var folds = visitor.Folds;
        for (var i = 0; i < folds.Length; i++)
        {
            if (!folds[i].IsEmpty)
            {
                values[i] = folds[i].Result(columns[i % columns.Count].Time);
            }
        }
    }

    // The last two spans hold the newest sample of nearly all; only of the others more is read.
    void ReadNewest(MomentVisitor visitor, EntityIds entities, MetricTable table, long at, Tier tier)
    {
        var length = (long)tier * 1000;
        var from = at - length - (tier == Tier.Second ? 2000 : LatenessMilliseconds);
        var near = Math.Max(from, at - (2 * length));
        store.Read(new SampleRead(entities, table.Numbers, near, at, tier), visitor);
        if (near > from && visitor.Unseen() is { Count: > 0 } late)
        {
            store.Read(new SampleRead(late, table.Numbers, from, near, tier), visitor);
        }
    }

    Tier TierFor(long at, long range)
    {
        var finest = store.FinestTier(at - range);
        return Tiers.Coarsest(range / PointsAtLeast / 1000, finest);
    }
}
