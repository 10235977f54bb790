using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>The containers that run on the machine. Not safe for several threads.</summary>
/// <param name="reader">Reads their files.</param>
/// <param name="hierarchies">The machine's control group hierarchies.</param>
/// <param name="max">How many are measured at most; what is beyond is counted.</param>
sealed class ContainerTable(FolderReader reader, Hierarchies hierarchies, int max) : IDisposable
{
    const int MakingMs = 10_000;

    readonly Dictionary<string, ContainerEntry> _entries = new(StringComparer.Ordinal);
    readonly List<ContainerEntry> _ended = [];
    readonly List<ContainerEntry> _nested = [];
    bool _isWatching;
    bool _isChanged;

    /// <summary>Those that run.</summary>
    public IReadOnlyCollection<ContainerEntry> Running => _entries.Values;

    /// <summary>Those that ended in the last tick.</summary>
    public IReadOnlyList<ContainerEntry> Ended => _ended;

    /// <summary>Processes whose container was not measured because there are too many.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>The container at a place, which begins to be measured when it was not; null when there are too many.</summary>
    public ContainerEntry? Sight(ContainerPlace place)
    {
        if (_entries.TryGetValue(place.Id, out var entry))
        {
            if (!entry.Groups.AreComplete && place.Paths.Count > 1 && !ReferenceEquals(place, entry.Place))
            {
                Complete(entry, place);
            }

            return entry;
        }

        if (_entries.Count >= max)
        {
            RefusedCount++;
            return null;
        }

        entry = new ContainerEntry(place, new ContainerGroups(reader, hierarchies, place.Paths)) { IsNew = _isWatching };
        if (_isWatching)
        {
            entry.Counters.BeginAtZero();
        }

        _entries.Add(place.Id, entry);
        _isChanged = true;
        return entry;
    }

    /// <summary>The container of an id; null when none runs.</summary>
    public ContainerEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>Begins a tick.</summary>
    public void BeginTick() => _ended.Clear();

    /// <summary>
    /// Measures all containers, once the processes of the tick are known. Those without processes, and those whose groups were replaced by
    /// others of the same name, end.
    /// </summary>
    public void Read(double elapsedSeconds, double hostCores, double hostMemoryBytes, long nowMs, bool isSlowTick)
    {
        foreach (var entry in _entries.Values)
        {
            var measure = entry.Measure;
            measure.ElapsedSeconds = elapsedSeconds;
            measure.HostCores = hostCores;
            measure.HostMemoryBytes = hostMemoryBytes;
            measure.Processes = entry.ProcessCount;
            measure.UptimeSeconds = entry.BeginTimeMs == long.MaxValue ? double.NaN : Math.Max(0, nowMs - entry.BeginTimeMs) / 1000.0;
            var isThere = ContainerReader.Read(entry, isSlowTick || double.IsNaN(measure.Shares));
            if (!isThere || (entry.ProcessCount == 0 && IsOver(entry, nowMs)))
            {
                _ended.Add(entry);
            }
        }

        // From the outside in, so that what is taken off an outer one is all that is inside.
        if (_isChanged)
        {
            FindOuter();
        }

        foreach (var inner in _nested)
        {
            inner.Outer!.Measure.Subtract(inner.Measure);
        }

        foreach (var entry in _ended)
        {
            _entries.Remove(entry.Id);
            entry.Dispose();
        }

        _isChanged = _ended.Count > 0;
        _isWatching = true;
    }

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Dispose();
        }
    }

    // A container that is just being made has no process for a moment.
    static bool IsOver(ContainerEntry entry, long nowMs) => entry.HadProcess || !entry.Groups.AreThere || nowMs - entry.BeginTimeMs > MakingMs;

    // Seen by one control group while the others were still being made.
    void Complete(ContainerEntry entry, ContainerPlace place)
    {
        var groups = new ContainerGroups(reader, hierarchies, place.Paths);
        if (groups.AreComplete)
        {
            entry.Groups.Dispose();
            entry.Groups = groups;
            _isChanged = true;
        }
        else
        {
            groups.Dispose();
        }
    }

    // The nearest folder above that is another container's group.
    void FindOuter()
    {
        var byPath = new Dictionary<string, ContainerEntry>(StringComparer.Ordinal);
        foreach (var entry in _entries.Values)
        {
            byPath.TryAdd(entry.Groups.Path, entry);
        }

        _nested.Clear();
        foreach (var entry in _entries.Values.OrderBy(static entry => entry.Groups.Path.Length))
        {
            entry.Outer = null;
            for (var path = Above(entry.Groups.Path); path.Length > 0 && entry.Outer is null; path = Above(path))
            {
                entry.Outer = byPath.GetValueOrDefault(path);
            }

            if (entry.Outer is not null)
            {
                _nested.Add(entry);
            }
        }
    }

    static string Above(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
