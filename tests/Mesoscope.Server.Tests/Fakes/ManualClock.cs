namespace Mesoscope.Server.Tests.Fakes;

// A clock that goes when it is told to.
sealed class ManualClock : TimeProvider
{
    // A minute after a full hour, so that no tier begins or ends nearby.
    public const long Start = 1_800_000_060_000;

    long _now = Start;

    public long Now => Interlocked.Read(ref _now);

    public override long TimestampFrequency => 1000;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Now);

    public override long GetTimestamp() => Now;

    public void Advance(long milliseconds) => Interlocked.Add(ref _now, milliseconds);
}
