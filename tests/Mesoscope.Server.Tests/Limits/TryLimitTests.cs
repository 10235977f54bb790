using Mesoscope.Server.Limits;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Limits;

public sealed class TryLimitTests
{
    readonly ManualClock _clock = new();

    [Fact]
    public void Wait_AfterTooManyTries_LastsUntilTheWindowEnds()
    {
        var limit = new TryLimit(_clock, 3, TimeSpan.FromMinutes(1));
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(TimeSpan.Zero, limit.Wait("a"));
            Assert.Equal(i, limit.Add("a"));
        }

        Assert.Equal(TimeSpan.FromMinutes(1), limit.Wait("a"));
        Assert.Equal(TimeSpan.Zero, limit.Wait("b"));
        _clock.Advance(45_000);
        Assert.Equal(TimeSpan.FromSeconds(15), limit.Wait("a"));
        _clock.Advance(15_000);
        Assert.Equal(TimeSpan.Zero, limit.Wait("a"));
        Assert.Equal(1, limit.Add("a"));
    }

    [Fact]
    public void Clear_AfterARightTry_ForgetsTheWrongOnes()
    {
        var limit = new TryLimit(_clock, 1, TimeSpan.FromMinutes(1));
        limit.Add("a");
        limit.Clear("a");
        Assert.Equal(TimeSpan.Zero, limit.Wait("a"));
    }

    [Fact]
    public void Add_FromMoreAddressesThanFit_ForgetsTheOldest()
    {
        var limit = new TryLimit(_clock, 1, TimeSpan.FromMinutes(1));
        limit.Add("oldest");
        _clock.Advance(1);
        for (var i = 0; i < 20_000; i++)
        {
            limit.Add($"{i}");
        }

        Assert.Equal(TimeSpan.Zero, limit.Wait("oldest"));
        Assert.NotEqual(TimeSpan.Zero, limit.Wait("19999"));
    }
}
