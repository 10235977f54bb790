using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

/// <summary>Reads what entities' metrics were at a moment.</summary>
sealed class MomentReader(IMetricStore store, TimeProvider clock)
{
    // A sample is on its way for its own length, the agent's jitter and the network; what is older is no value of the moment.
    const long LatenessMilliseconds = 25_000;
    const long SecondsAreKeptMilliseconds = 110_000;
    const int PointsAtLeast = 30;

    internal MomentValues Read(IReadOnlyList<Entity> entities, EntityKind kind, IReadOnlyList<Column> columns, long at, long range)
    {
        var table = new MetricTable(columns, kind);
        var values = new double[entities.Count * columns.Count];
        Array.Fill(values, double.NaN);
        if (table.Numbers.Count > 0 && entities.Count > 0)
        {
            var ordinals = new Dictionary<long, int>(entities.Count);
            for (var i = 0; i < entities.Count; i++)
            {
                ordinals.TryAdd(entities[i].Id, i);
            }

            Take(values, columns, ReadTier(ordinals, table, columns.Count, at, range, TierFor(at, range)));
            if (at > clock.GetUtcNow().ToUnixTimeMilliseconds() - SecondsAreKeptMilliseconds && range <= SecondsAreKeptMilliseconds)
            {
                Take(values, columns, ReadTier(ordinals, table, columns.Count, at, range, Tier.Second));
            }
        }

        CountLives(values, columns, kind, entities.Count);
        return new MomentValues(columns.Count, values);
    }

    static void Take(double[] values, IReadOnlyList<Column> columns, MomentVisitor visitor)
    {
        var folds = visitor.Folds;
        for (var i = 0; i < folds.Length; i++)
        {
            if (!folds[i].IsEmpty)
            {
                values[i] = folds[i].Result(columns[i % columns.Count].Time);
            }
        }
    }

    static void CountLives(double[] values, IReadOnlyList<Column> columns, EntityKind kind, int entities)
    {
        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].Counts(kind))
            {
                for (var i = 0; i < entities; i++)
                {
                    values[(i * columns.Count) + c] = 1;
                }
            }
        }
    }

    MomentVisitor ReadTier(Dictionary<long, int> ordinals, MetricTable table, int columns, long at, long range, Tier tier)
    {
        var length = (long)tier * 1000;
        var visitor = new MomentVisitor(ordinals, table, columns, range <= length);
        if (range > length)
        {
            store.Read(new SampleRead(ordinals.Keys, table.Numbers, at - range, at, tier), visitor);
            return visitor;
        }

        // The last two spans hold the newest sample of nearly all; only of the others more is read.
        var from = at - length - (tier == Tier.Second ? 2000 : LatenessMilliseconds);
        var near = Math.Max(from, at - (2 * length));
        store.Read(new SampleRead(ordinals.Keys, table.Numbers, near, at, tier), visitor);
        if (near > from && visitor.Unseen() is { Count: > 0 } late)
        {
            store.Read(new SampleRead(late, table.Numbers, from, near, tier), visitor);
        }

        return visitor;
    }

    Tier TierFor(long at, long range)
    {
        var finest = store.FinestTier(at - range);
        return Tiers.Coarsest(range / PointsAtLeast / 1000, finest);
    }
}
