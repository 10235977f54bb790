using Mesoscope.Server.Storage.Heads;
using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Answers a reading of any stored tier: rows as far as they reach, and behind them what the finer tier has.
sealed class TierReader(StatementCache statements, Head head, RolledUp rolled, SlotBuffers buffers)
{
    public void Read(SampleRead read, ISampleVisitor visitor)
    {
        var tier = TierLayout.Of(read.Tier);
        if (tier.Index == 0)
        {
            new SlotReader(statements, head, read, visitor, buffers).Read(tier, long.MinValue, long.MaxValue);
            return;
        }

        var until = rolled.Until(tier);
        if (read.FromMilliseconds < until)
        {
            new SlotReader(statements, head, read, visitor, buffers).Read(tier, long.MinValue, until);
        }

        if (read.ToMilliseconds > until)
        {
            // Whole spans of this tier are asked of the finer one, also when the time that was asked for begins or ends within one.
            var span = tier.SpanMilliseconds;
            var from = Math.Max(until, Math.Max(0, read.FromMilliseconds) / span * span);
            var sampler = new Downsampler(tier, read, visitor);
            Read(read with { FromMilliseconds = from, ToMilliseconds = read.ToMilliseconds / span * span, Tier = TierLayout.All[tier.Index - 1].Tier }, sampler);
            sampler.Finish();
        }
    }
}
