using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Tests.Spans;

public sealed class SpanClockTests
{
    readonly ManualClock _time = new(DateTimeOffset.FromUnixTimeSeconds(1_000_003));

    [Fact]
    public void Advance_AfterASecond_CoversIt()
    {
        var clock = new SpanClock(_time);
        _time.Go(1.01);
        Assert.Equal(new ClockTick(TickKind.Whole, 1_000_003, 1, TimeSpan.FromSeconds(1.01)), clock.Advance());
        Assert.Equal(1_000_004, clock.Second);
    }

    [Fact]
    public void Advance_BeforeTheSecondIsOver_ChangesNothing()
    {
        var clock = new SpanClock(_time);
        _time.Go(0.3);
        Assert.Equal(TickKind.Early, clock.Advance().Kind);
        _time.Go(0.7);
        Assert.Equal((1, TimeSpan.FromSeconds(1)), (clock.Advance() is var tick ? tick.Seconds : 0, tick.Elapsed));
    }

    [Fact]
    public void Advance_LateTick_CoversAllItsSeconds()
    {
        var clock = new SpanClock(_time);
        _time.Go(4.2);
        Assert.Equal(4, clock.Advance().Seconds);
    }

    [Fact]
    public void Advance_OverAnHour_LosesNoSecond()
    {
        var clock = new SpanClock(_time);
        var seconds = 0;
        for (var i = 0; i < 3600; i++)
        {
            _time.Go(i % 2 == 0 ? 1.03 : 0.97);
            seconds += clock.Advance().Seconds;
        }

        Assert.Equal(3600, seconds);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-86_400)]
    [InlineData(1.5)]
    public void Advance_WallClockJumps_BeginsAnewThere(double jump)
    {
        var clock = new SpanClock(_time);
        _time.Go(1);
        _time.Jump(jump);
        var tick = clock.Advance();
        Assert.Equal((TickKind.Jump, 1_000_003, 0), (tick.Kind, tick.FirstSecond, tick.Seconds));
        Assert.Equal(jump, tick.Jump.TotalSeconds, 3);
        Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds(), clock.Second);
        _time.Go(1);
        Assert.Equal(TickKind.Whole, clock.Advance().Kind);
    }

    [Fact]
    public void Advance_AgentWasStopped_IsAGap()
    {
        var clock = new SpanClock(_time);
        _time.Go(60);
        Assert.Equal((TickKind.Gap, 0), (clock.Advance() is var tick ? tick.Kind : default, tick.Seconds));
    }

    [Fact]
    public void UntilNext_InTheMiddleOfASecond_IsItsRest()
    {
        var clock = new SpanClock(_time);
        _time.Go(0.25);
        Assert.Equal(TimeSpan.FromSeconds(0.75), clock.UntilNext);
    }

    [Fact]
    public void IsSpanEnd_MultiplesOfTen_Are() => Assert.Equal([1_000_000, 1_000_010], Enumerable.Range(999_995, 20).Select(static s => (long)s).Where(SpanClock.IsSpanEnd));
}
