namespace Mesoscope.Cli.Sources;

/// <summary>The time of day as events have it.</summary>
static class MachineClock
{
    const ulong NanosecondsPerTick = 100;

    /// <summary>Nanoseconds since 1970 (UTC), in steps of 100.</summary>
    public static ulong Nanoseconds => (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * NanosecondsPerTick;
}
