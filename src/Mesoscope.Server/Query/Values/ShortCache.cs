namespace Mesoscope.Server.Query.Values;

// Keeps the newest few results for a short time, so that many who ask the same within it cause one computation. Safe for several threads.
sealed class ShortCache<TKey, TValue>(TimeProvider clock, TimeSpan age, int capacity)
    where TKey : notnull
{
    readonly Lock _lock = new();
    readonly Dictionary<TKey, (Lazy<TValue> Value, long Since)> _entries = [];

    public TValue Get(TKey key, Func<TValue> make)
    {
        Lazy<TValue> value;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var entry) && clock.GetElapsedTime(entry.Since) < age)
            {
                value = entry.Value;
            }
            else
            {
                value = new Lazy<TValue>(make);
                MakeRoom();
                _entries[key] = (value, clock.GetTimestamp());
            }
        }

        try
        {
            return value.Value;
        }
        catch
        {
            Forget(key, value);
            throw;
        }
    }

    void MakeRoom()
    {
        foreach (var (key, entry) in _entries)
        {
            if (clock.GetElapsedTime(entry.Since) >= age)
            {
                _entries.Remove(key);
            }
        }

        if (_entries.Count >= capacity)
        {
            _entries.Remove(_entries.MinBy(static e => e.Value.Since).Key);
        }
    }

    // A failure is not kept: the next who asks tries again.
    void Forget(TKey key, Lazy<TValue> value)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var entry) && ReferenceEquals(entry.Value, value))
            {
                _entries.Remove(key);
            }
        }
    }
}
