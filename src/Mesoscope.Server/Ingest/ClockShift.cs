namespace Mesoscope.Server.Ingest;

// What is added to an agent's times to have the server's: whole spans of ten seconds, so that spans stay spans. It follows the agent's clock
// only when that is off by more than a span, and then stays: a shift that trembled would tear holes and make doubles.
static class ClockShift
{
    const long SpanMilliseconds = 10_000;

    // The shift from now on.
    // skewMilliseconds: the agent's clock minus the server's.
    public static long Next(long shiftMilliseconds, long skewMilliseconds)
    {
        var left = skewMilliseconds + shiftMilliseconds;
        return Math.Abs(left) <= SpanMilliseconds ? shiftMilliseconds : -(long)Math.Round((double)skewMilliseconds / SpanMilliseconds) * SpanMilliseconds;
    }
}
