namespace Mesoscope.DemoCluster.Population;

/// <summary>
/// Ids and choices that follow from a seed alone; only ids of what is real must be unlike those of every other run. Safe for several
/// threads.
/// </summary>
sealed class IdSource(int seed, bool isReal = false)
{
    readonly Lock _gate = new();
    readonly Random _random = new(seed);

    public Guid NextGuid()
    {
        if (isReal)
        {
            return Guid.NewGuid();
        }

        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        // The marks of a random UUID (RFC 9562, version 4), which some readers check.
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes);
    }

    public int Next(int end)
    {
        lock (_gate)
        {
            return _random.Next(end);
        }
    }

    public T Choose<T>(params ReadOnlySpan<T> values) => values[Next(values.Length)];
}
