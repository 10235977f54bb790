namespace Mesoscope.Server.Storage.Heads;

// Lists of metrics, each kept once: most containers have the same. Used by one thread.
sealed class MetricLists
{
    // Agents that send a list of their own for everything would fill memory.
    const int MaxLists = 4096;

    readonly Dictionary<int, uint[]> _byHash = [];

    public uint[] Share(ReadOnlySpan<uint> metrics)
    {
        var hash = new HashCode();
        foreach (var metric in metrics)
        {
            hash.Add(metric);
        }

        var key = hash.ToHashCode();
        if (_byHash.TryGetValue(key, out var known) && metrics.SequenceEqual(known))
        {
            return known;
        }

        var list = metrics.ToArray();
        if (_byHash.Count < MaxLists)
        {
            _byHash[key] = list;
        }

        return list;
    }
}
