namespace Mesoscope.Agent.Spans;

/// <summary>
/// Cuts time into seconds of the wall clock and these into spans that end at multiples of ten seconds. How long a tick was tells the
/// monotonic clock; where the wall clock jumped, a span ends early and another one begins.
/// </summary>
sealed class SpanClock
{
    /// <summary>Seconds of a whole span.</summary>
    public const int SpanSeconds = 10;

    /// <summary>A tick that is longer than this was no tick: the agent was stopped, and what happened in the meantime belongs to no second.</summary>
    public const int MaxTickSeconds = 10;

    // Time servers slew smaller differences.
    static readonly TimeSpan s_jump = TimeSpan.FromMilliseconds(900);

    readonly TimeProvider _clock;
    long _lastTimestamp;
    DateTimeOffset _lastTime;

    /// <summary>Begins at the second that is going on.</summary>
    public SpanClock(TimeProvider clock)
    {
        _clock = clock;
        Begin(clock.GetTimestamp(), clock.GetUtcNow());
        Second = ToSecond(_lastTime);
    }

    /// <summary>The second up to which everything was measured, since 1970.</summary>
    public long Second { get; private set; }

    /// <summary>How long to wait for the end of the second that is going on.</summary>
    public TimeSpan UntilNext
    {
        get
        {
            var now = _clock.GetUtcNow();
            var rest = DateTimeOffset.FromUnixTimeSeconds(Math.Max(Second, ToSecond(now)) + 1) - now;
            return rest > TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : rest;
        }
    }

    /// <summary>A tick ends now, unless its second is not over.</summary>
    public ClockTick Advance()
    {
        var timestamp = _clock.GetTimestamp();
        var time = _clock.GetUtcNow();
        var elapsed = _clock.GetElapsedTime(_lastTimestamp, timestamp);
        var jump = time - _lastTime - elapsed;
        var first = Second;
        if (jump.Duration() > s_jump)
        {
            Second = ToSecond(time);
            Begin(timestamp, time);
            return new ClockTick(TickKind.Jump, first, 0, elapsed, jump);
        }

        // Timers fire a little early or late; the nearest second is meant.
        var second = ToSecond(time + TimeSpan.FromMilliseconds(500));
        if (second <= first)
        {
            return new ClockTick(TickKind.Early, first, 0, elapsed);
        }

        Second = second;
        Begin(timestamp, time);
        return second - first > MaxTickSeconds
            ? new ClockTick(TickKind.Gap, first, 0, elapsed)
            : new ClockTick(TickKind.Whole, first, (int)(second - first), elapsed);
    }

    /// <summary>Whether a span ends with a second.</summary>
    public static bool IsSpanEnd(long second) => second % SpanSeconds == 0;

    void Begin(long timestamp, DateTimeOffset time)
    {
        _lastTimestamp = timestamp;
        _lastTime = time;
    }

    static long ToSecond(DateTimeOffset time) => time.ToUnixTimeSeconds();
}
