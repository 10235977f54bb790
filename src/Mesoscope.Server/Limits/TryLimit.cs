namespace Mesoscope.Server.Limits;

/// <summary>Counts wrong tries by who makes them and says when it is enough. Safe for several threads.</summary>
/// <param name="clock">What time it is.</param>
/// <param name="most">So many wrong tries within <paramref name="window"/>.</param>
/// <param name="window">How long a wrong try counts.</param>
public sealed class TryLimit(TimeProvider clock, int most, TimeSpan window)
{
    // Who has more addresses than this makes room by forgetting the oldest.
    const int MaxKeys = 20_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, (int Count, long Since)> _tries = new(StringComparer.Ordinal);

    /// <summary>How long somebody has to wait; zero when not at all.</summary>
    public TimeSpan Wait(string key)
    {
        lock (_lock)
        {
            if (!_tries.TryGetValue(key, out var tries) || tries.Count < most)
            {
                return TimeSpan.Zero;
            }

            var left = window - clock.GetElapsedTime(tries.Since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a wrong try.</summary>
    /// <returns>How many there are within the window, this one included.</returns>
    public int Add(string key)
    {
        lock (_lock)
        {
            var tries = _tries.TryGetValue(key, out var known) ? known : (Count: 0, Since: clock.GetTimestamp());
            if (clock.GetElapsedTime(tries.Since) >= window)
            {
                tries = (0, clock.GetTimestamp());
            }

            if (_tries.Count >= MaxKeys && !_tries.ContainsKey(key))
            {
                MakeRoom();
            }

            _tries[key] = (tries.Count + 1, tries.Since);
            return tries.Count + 1;
        }
    }

    /// <summary>Forgets wrong tries, after a right one.</summary>
    public void Clear(string key)
    {
        lock (_lock)
        {
            _tries.Remove(key);
        }
    }

    void MakeRoom()
    {
        foreach (var key in _tries.OrderBy(static t => t.Value.Since).Take(MaxKeys / 10).Select(static t => t.Key).ToList())
        {
            _tries.Remove(key);
        }
    }
}
