namespace Mesoscope.Containers;

/// <summary>The containers that were asked for, and what was last told of them. Safe for several threads.</summary>
/// <param name="max">How many are remembered; beyond, all are forgotten, and asked for again when they are seen again.</param>
sealed class RequestTable(int max)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, byte[]> _told = [];

    /// <summary>Notes a container; false when it was known.</summary>
    public bool Add(string id)
    {
        lock (_lock)
        {
            if (_told.Count >= max && !_told.ContainsKey(id))
            {
                _told.Clear();
            }

            return _told.TryAdd(id, []);
        }
    }

    /// <summary>Forgets a container.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            _told.Remove(id);
        }
    }

    /// <summary>Whether a document says something else than the last one about the container; it is the last one from here on.</summary>
    public bool IsNew(string id, byte[] json)
    {
        lock (_lock)
        {
            if (_told.TryGetValue(id, out var last) && last.AsSpan().SequenceEqual(json))
            {
                return false;
            }

            _told[id] = json;
            return true;
        }
    }
}
