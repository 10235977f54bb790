namespace Mesoscope.Agent.Tests.Spans;

/// <summary>A clock that goes when it is told to; its wall clock can jump.</summary>
sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    DateTimeOffset _now = now;
    TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _elapsed.Ticks;

    public void Go(double seconds)
    {
        _now += TimeSpan.FromSeconds(seconds);
        _elapsed += TimeSpan.FromSeconds(seconds);
    }

    public void Jump(double seconds) => _now += TimeSpan.FromSeconds(seconds);
}
