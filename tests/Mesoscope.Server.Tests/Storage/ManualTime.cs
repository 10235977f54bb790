namespace Mesoscope.Server.Tests.Storage;

// A clock that stands until it is set.
sealed class ManualTime(long milliseconds) : TimeProvider
{
    public long Milliseconds { get; set; } = milliseconds;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);
}
