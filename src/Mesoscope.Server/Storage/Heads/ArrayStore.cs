namespace Mesoscope.Server.Storage.Heads;

// Arrays of chunks, used again: every slot needs as many as the one before. Safe for several threads.
sealed class ArrayStore
{
    // Of one length; what is more is left to the garbage collector.
    const int MaxKept = 20_000;

    readonly Lock _lock = new();
    readonly Dictionary<int, Stack<(float[] Values, byte[] Counts)>> _free = [];

    // Arrays for so many samples: three values each, counts that are 0.
    public (float[] Values, byte[] Counts) Take(int samples)
    {
        lock (_lock)
        {
            if (_free.TryGetValue(samples, out var free) && free.TryPop(out var arrays))
            {
                Array.Clear(arrays.Counts);
                return arrays;
            }
        }

        return (new float[3 * samples], new byte[samples]);
    }

    public void Return(float[] values, byte[] counts)
    {
        lock (_lock)
        {
            if (!_free.TryGetValue(counts.Length, out var free))
            {
                _free.Add(counts.Length, free = new Stack<(float[], byte[])>());
            }

            if (free.Count < MaxKept)
            {
                free.Push((values, counts));
            }
        }
    }
}
