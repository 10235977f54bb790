namespace Mesoscope.Server.Query.Values;

// Moments at equal distances: the ends of steps, multiples of their length.
sealed record Steps(long FirstEnd, long Length, int Count)
{
    public long From => FirstEnd - Length;

    public long To => FirstEnd + ((Count - 1) * Length);

    public long End(int step) => FirstEnd + (step * Length);

    // The step that a span with this end lies in; outside of 0 … Count - 1 it lies in none.
    public int IndexOf(long endMilliseconds) => (int)Math.Clamp(FloorDivide(endMilliseconds - From - 1, Length), -1, int.MaxValue);

    public static long CeilingTo(long milliseconds, long length) => FloorDivide(milliseconds + length - 1, length) * length;

    public static long FloorTo(long milliseconds, long length) => FloorDivide(milliseconds, length) * length;

    static long FloorDivide(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);
}
