namespace Mesoscope.Agent.Spans;

/// <summary>What <see cref="SpanClock"/> says of a tick.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="FirstSecond">The second that it began with, since 1970.</param>
/// <param name="Seconds">Whole seconds that it covers; 0 unless it is <see cref="TickKind.Whole"/>.</param>
/// <param name="Elapsed">Its length by the monotonic clock.</param>
/// <param name="Jump">How far the wall clock jumped in it; zero when it did not.</param>
readonly record struct ClockTick(TickKind Kind, long FirstSecond, int Seconds, TimeSpan Elapsed, TimeSpan Jump = default);
