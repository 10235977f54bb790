using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// How far each tier's rows reach: before it all rows are there, behind it what is asked for is made of the finer tier. Safe for several threads.
sealed class RolledUp
{
    readonly long[] _untilMilliseconds = new long[TierLayout.All.Length];
    readonly long[] _begunMilliseconds = new long[TierLayout.All.Length];

    public long Until(TierLayout tier) => Volatile.Read(ref _untilMilliseconds[tier.Index]);

    // Until where rows were made or are being made.
    public long Begun(TierLayout tier) => Math.Max(Until(tier), Volatile.Read(ref _begunMilliseconds[tier.Index]));

    public void Set(TierLayout tier, long untilMilliseconds) => Volatile.Write(ref _untilMilliseconds[tier.Index], untilMilliseconds);

    public void SetBegun(TierLayout tier, long untilMilliseconds) => Volatile.Write(ref _begunMilliseconds[tier.Index], untilMilliseconds);

    public static string CounterName(TierLayout tier) => $"rolled-{tier.Table}";

    // As it was stored; a new database begins with the slot of now.
    public static RolledUp Load(StatementCache statements, long nowMilliseconds)
    {
        var rolled = new RolledUp();
        foreach (var tier in TierLayout.All.Skip(1))
        {
            var name = CounterName(tier);
            var until = DocumentRows.Counter(statements, name, nowMilliseconds / tier.SlotMilliseconds * tier.SlotMilliseconds);
            DocumentRows.SetCounter(statements, name, until);
            rolled.Set(tier, until);
        }

        return rolled;
    }
}
