using Mesoscope.Server.Storage;
using static Mesoscope.Server.Tests.Storage.StoreFixture;

namespace Mesoscope.Server.Tests.Storage;

// Whatever comes in whatever order, with rows made in between: each tier is what one gets by adding up the samples themselves.
public sealed class TierTests
{
    static readonly Tier[] s_tiers = [Tier.TenSeconds, Tier.Minute, Tier.TenMinutes, Tier.Hour];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Read_EachTier_IsTheSumOfTheSamples(int seed)
    {
        var random = new Random(seed);
        using var fixture = new StoreFixture(new RetentionOptions { TenSeconds = TimeSpan.FromDays(5), Minute = TimeSpan.FromDays(6), TenMinutes = TimeSpan.FromDays(7), Hour = TimeSpan.FromDays(8) });
        var written = new Dictionary<(long Entity, long End), EntitySpan>();
        var late = new List<EntitySpan>();
        for (var step = 0; step < 900; step++)
        {
            // Two and a half days in steps of four minutes; some samples come hours later.
            fixture.Time.Milliseconds = Day + (step * 240_000L);
            var spans = new List<EntitySpan>();
            for (var entity = 1L; entity <= 3; entity++)
            {
                for (var n = 0; n < 2; n++)
                {
                    (random.Next(10) == 0 ? late : spans).Add(RandomSpan(random, entity, fixture.Time.Milliseconds - (random.Next(1, 24) * 10_000L)));
                }
            }

            if (random.Next(20) == 0)
            {
                spans.AddRange(late);
                late.Clear();
            }

            // The same span comes again with other values now and then; the first ones stay.
            await fixture.Store.Metrics.WriteAsync(spans);
            foreach (var span in spans)
            {
                written.TryAdd((span.Entity, span.EndMilliseconds), span);
            }

            if (random.Next(40) == 0)
            {
                await fixture.Store.MaintainAsync();
            }

            if (random.Next(150) == 0)
            {
                fixture.Restart();
            }
        }

        // Late samples reach the coarser tiers with the next round of maintenance; most of the last hours is made on the way then.
        foreach (var wait in (long[])[300_000, 86_400_000])
        {
            fixture.Time.Milliseconds += wait;
            await fixture.Store.MaintainAsync();
            Compare(fixture, written.Values);
        }
    }

    static EntitySpan RandomSpan(Random random, long entity, long end)
    {
        var count = (uint)random.Next(1, 11);
        var value = random.NextSingle() * 100;
        return new EntitySpan(entity, end, 10, count, new uint[] { 1, 2 }, new double[] { (float)(value * count), count }, new[] { value / 2, 1 }, new[] { value * 2, 1 });
    }

    static void Compare(StoreFixture fixture, IReadOnlyCollection<EntitySpan> written)
    {
        foreach (var tier in s_tiers)
        {
            var span = 1000L * (int)tier;
            var expected = written
                .SelectMany(s => Enumerable.Range(0, 2).Select(m => (Span: s, Index: m)))
                .GroupBy(s => (s.Span.Entity, Metric: s.Span.Metrics.Span[s.Index], End: (s.Span.EndMilliseconds + span - 1) / span * span))
                .ToDictionary(g => g.Key, g => (Sum: g.Sum(s => s.Span.Sums.Span[s.Index]), Minimum: g.Min(s => s.Span.Minimums.Span[s.Index]), Maximum: g.Max(s => s.Span.Maximums.Span[s.Index]), Count: g.Sum(s => s.Span.Count)));
            var read = fixture.Read(tier, Day - 86_400_000, Day + (10 * 86_400_000L), [1, 2, 3], 1, 2);
            Assert.Equal(expected.Keys.Order(), read.Select(r => (r.Entity, r.Metric, End: r.Point.EndMilliseconds)).Order());
            Assert.All(read, r =>
            {
                var (sum, minimum, maximum, count) = expected[(r.Entity, r.Metric, r.Point.EndMilliseconds)];
                Assert.Equal(sum, r.Point.Sum, Math.Abs(sum) * 1e-5);
                Assert.Equal((minimum, maximum, count), (r.Point.Minimum, r.Point.Maximum, r.Point.Count));
            });
        }
    }
}
