namespace Mesoscope.Server.Query;

static class Moments
{
    public const long DefaultRange = 10_000;

    // Times that are 0 or negative are relative to now. Now is a whole second, so that those who ask within it get the same answer.
    public static long Absolute(long milliseconds, long now) => milliseconds > 0 ? milliseconds : now + milliseconds;

    // The moment that is asked about; nobody knows the future.
    public static long At(long? milliseconds, long now) => Math.Min(Absolute(milliseconds ?? 0, now), now);

    public static long Now(TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000 * 1000;
}
