using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

static class Tiers
{
    static readonly Tier[] s_coarsestFirst = [Tier.Hour, Tier.TenMinutes, Tier.Minute, Tier.TenSeconds];

    // The coarsest tier whose spans divide a length; the finest that is still there when even that is longer.
    public static Tier Dividing(long stepMilliseconds, Tier finest) =>
        First(tier => stepMilliseconds % ((long)tier * 1000) == 0, finest);

    // The coarsest tier whose spans are no longer than so many seconds.
    public static Tier Coarsest(long seconds, Tier finest) => First(tier => (long)tier <= seconds, finest);

    static Tier First(Func<Tier, bool> fits, Tier finest)
    {
        var least = finest < Tier.TenSeconds ? Tier.TenSeconds : finest;
        foreach (var tier in s_coarsestFirst)
        {
            if (tier <= least || fits(tier))
            {
                return tier < least ? least : tier;
            }
        }

        return least;
    }
}
