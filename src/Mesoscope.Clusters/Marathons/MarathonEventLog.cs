namespace Mesoscope.Clusters.Marathons;

/// <summary>The last deployments of all Marathons. Safe for use by several tasks at once.</summary>
public sealed class MarathonEventLog
{
    /// <summary>How many are kept; older ones go first.</summary>
    public const int Capacity = 1000;

    // With app definitions an event can be large; one that long is of no use to anybody.
    const int MaxDataBytes = 256 << 10;

    readonly Lock _gate = new();
    readonly Queue<MarathonEvent> _events = new();

    /// <summary>How many came, those that are gone included.</summary>
    public long TotalCount { get; private set; }

    /// <summary>Those that are kept, oldest first.</summary>
    public IReadOnlyList<MarathonEvent> Snapshot()
    {
        lock (_gate)
        {
            return [.. _events];
        }
    }

    internal void Add(MarathonEvent e)
    {
        lock (_gate)
        {
            if (_events.Count == Capacity)
            {
                _events.Dequeue();
            }

            TotalCount++;
            _events.Enqueue(e.Data.Length <= MaxDataBytes ? e : e with { Data = default });
        }
    }
}
