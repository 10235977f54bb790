using Mesoscope.Server.Storage;
using static Mesoscope.Server.Tests.Storage.StoreFixture;

namespace Mesoscope.Server.Tests.Storage;

public sealed class SqliteMetricsTests
{
    const long TenSeconds = 10_000, Minute = 60_000, Hour = 3_600_000;

    [Fact]
    public async Task Write_ASampleThatIsThere_StaysAsItIs()
    {
        using var fixture = new StoreFixture();
        foreach (var isSealed in (bool[])[false, true])
        {
            await fixture.Store.Metrics.WriteAsync([Span(1, Day + TenSeconds, 5)]);
            await fixture.Store.Metrics.WriteAsync([Span(1, Day + TenSeconds, 6)]);
            Assert.Equal(50, Assert.Single(fixture.Read(Tier.TenSeconds, Day, Day + Hour, [1], 1)).Point.Sum);
            fixture.Time.Milliseconds += Hour;
            await fixture.Store.MaintainAsync();
            Assert.Equal(50, Assert.Single(fixture.Read(Tier.TenSeconds, Day, Day + Hour, [1], 1)).Point.Sum);
        }
    }

    [Fact]
    public async Task Read_AfterARestart_HasEverythingOnce()
    {
        using var fixture = new StoreFixture();
        for (var i = 1; i <= 100; i++)
        {
            await fixture.Store.Metrics.WriteAsync([Span(1, Day + (i * TenSeconds), i), Span(2, Day + (i * TenSeconds), -i)]);
        }

        fixture.Time.Milliseconds = Day + (100 * TenSeconds);
        for (var round = 0; round < 3; round++)
        {
            fixture.Restart();
            Assert.Equal(200, fixture.Read(Tier.TenSeconds, Day, Day + Hour, [1, 2], 1).Count);
            await fixture.Store.MaintainAsync();
            Assert.Equal(200, fixture.Read(Tier.TenSeconds, Day, Day + Hour, [1, 2], 1).Count);
            fixture.Time.Milliseconds += 3 * Minute;
        }
    }

    [Fact]
    public async Task Read_SecondsOfASpan_AreItsSumUntilTheWholeComes()
    {
        using var fixture = new StoreFixture();
        for (var second = 1; second <= 4; second++)
        {
            await fixture.Store.Metrics.WriteAsync([Span(1, Day + (second * 1000), second, seconds: 1)]);
            await fixture.Store.Metrics.WriteAsync([Span(1, Day + (second * 1000), second, seconds: 1)]);
        }

        var part = Assert.Single(fixture.Read(Tier.TenSeconds, Day, Day + Hour, [1], 1)).Point;
        Assert.Equal(new SamplePoint(Day + TenSeconds, 10, 1, 4, 4), part);
        Assert.Equal(4, fixture.Read(Tier.Second, Day, Day + Hour, [1], 1).Count);

        await fixture.Store.Metrics.WriteAsync([Span(1, Day + TenSeconds, 3)]);
        Assert.Equal(new SamplePoint(Day + TenSeconds, 30, 3, 3, 10), Assert.Single(fixture.Read(Tier.TenSeconds, Day, Day + Hour, [1], 1)).Point);
    }

    [Fact]
    public async Task Read_WhileRowsAreMadeOfIt_NeverMissesOrDoublesASample()
    {
        using var fixture = new StoreFixture();
        for (var i = 1; i <= 60; i++)
        {
            await fixture.Store.Metrics.WriteAsync([.. Enumerable.Range(1, 40).Select(e => Span(e, Day + (i * TenSeconds), i))]);
        }

        fixture.Time.Milliseconds = Day + (20 * Minute);
        var maintenance = Task.Run(fixture.Store.MaintainAsync);
        do
        {
            Assert.Equal(40 * 60, fixture.Read(Tier.TenSeconds, Day, Day + Hour, [.. Enumerable.Range(1, 40).Select(e => (long)e)], 1).Count);
        }
        while (!maintenance.IsCompleted);
        await maintenance;
        Assert.Equal(40 * 60, fixture.Read(Tier.TenSeconds, Day, Day + Hour, [.. Enumerable.Range(1, 40).Select(e => (long)e)], 1).Count);
    }

    [Fact]
    public async Task Maintain_OldSamples_AreDeletedByTier()
    {
        using var fixture = new StoreFixture(new RetentionOptions { TenSeconds = TimeSpan.FromHours(3), Minute = TimeSpan.FromDays(1), TenMinutes = TimeSpan.FromDays(3), Hour = TimeSpan.FromDays(7) });
        await fixture.Store.Metrics.WriteAsync([Span(1, Day + TenSeconds, 5)]);
        (TimeSpan Age, Tier[] Left)[] expected =
        [
            (TimeSpan.FromHours(4), [Tier.TenSeconds]),
            (TimeSpan.FromHours(30), [Tier.TenMinutes, Tier.Hour]),
            (TimeSpan.FromDays(5), [Tier.Hour]),
            (TimeSpan.FromDays(9), []),
        ];
        foreach (var (age, left) in expected.Skip(1))
        {
            fixture.Time.Milliseconds = Day + (long)age.TotalMilliseconds;
            await fixture.Store.MaintainAsync();
            await fixture.Store.MaintainAsync();
            foreach (var tier in (Tier[])[Tier.TenSeconds, Tier.Minute, Tier.TenMinutes, Tier.Hour])
            {
                Assert.Equal(left.Contains(tier) ? 1 : 0, fixture.Read(tier, Day, Day + (24 * Hour), [1], 1).Count);
            }
        }
    }

    [Fact]
    public void FinestTier_OfOlderMoments_IsCoarser()
    {
        using var fixture = new StoreFixture();
        Assert.Equal(Tier.TenSeconds, fixture.Store.Metrics.FinestTier(Day - (23 * Hour)));
        Assert.Equal(Tier.Minute, fixture.Store.Metrics.FinestTier(Day - (25 * Hour)));
        Assert.Equal(Tier.TenMinutes, fixture.Store.Metrics.FinestTier(Day - (24 * 8 * Hour)));
        Assert.Equal(Tier.Hour, fixture.Store.Metrics.FinestTier(Day - (24 * 900 * Hour)));
    }
}
