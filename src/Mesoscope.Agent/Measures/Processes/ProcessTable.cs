using Mesoscope.Agent.Measures.Containers;

namespace Mesoscope.Agent.Measures.Processes;

/// <summary>
/// The processes of the machine. A list of ids is taken each tick; what costs more is read of those that did something, and of the others
/// now and then. Not safe for several threads.
/// </summary>
sealed class ProcessTable
{
    // Processes move to their control groups while they are young; later it is rare.
    const int YoungAge = 10;
    const int GroupTicks = 60;

    // How long one that does nothing is not looked at.
    const int MaxUnread = 8;
    const int IdleTicks = 3;

    readonly MachineFiles _files;
    readonly ContainerPlaces _places;
    readonly ContainerTable _containers;
    readonly ProcessFiles _processFiles;
    readonly Dictionary<int, ProcessEntry> _entries = [];
    readonly List<ProcessEntry> _ended = [];
    long _tick;

    /// <param name="files">The machine.</param>
    /// <param name="places">Tells containers by control groups.</param>
    /// <param name="containers">The machine's containers.</param>
    public ProcessTable(MachineFiles files, ContainerPlaces places, ContainerTable containers)
    {
        _files = files;
        _places = places;
        _containers = containers;
        _processFiles = new ProcessFiles(files);
    }

    /// <summary>Those that run.</summary>
    public IReadOnlyCollection<ProcessEntry> Running => _entries.Values;

    /// <summary>Those that ended in the last tick.</summary>
    public IReadOnlyList<ProcessEntry> Ended => _ended;

    /// <summary>When the machine started, milliseconds since 1970.</summary>
    public long BootTimeMs { get; set; }

    /// <summary>Reads more of single processes.</summary>
    public ProcessFiles Files => _processFiles;

    /// <summary>The process of an id; null when none is known.</summary>
    public ProcessEntry? Find(int id) => _entries.GetValueOrDefault(id);

    /// <summary>The process of an id, also one that ended in the last tick; null when none is known.</summary>
    public ProcessEntry? FindAlsoEnded(int id) => Find(id) ?? _ended.Find(entry => entry.Id == id);

    /// <summary>Takes the list of processes: who began, who ended, whose container it is.</summary>
    public void List()
    {
        _tick++;
        _ended.Clear();
        if (_files.Reader.TryOpen(_files.Folders.Proc, out var folder))
        {
            using (folder)
            {
                foreach (var id in _files.Reader.Numbers(folder))
                {
                    See((int)id);
                }
            }
        }

        foreach (var entry in _entries.Values)
        {
            if (entry.Seen != _tick)
            {
                End(entry);
            }
        }

        RemoveEnded();
    }

    /// <summary>Measures the processes, once calls are counted: those that did something, and every few ticks the others.</summary>
    /// <param name="elapsedSeconds">Length of the tick.</param>
    /// <param name="hostCores">Cores of the machine.</param>
    /// <param name="hostMemoryBytes">Memory of the machine.</param>
    /// <param name="nowMs">The time.</param>
    /// <param name="isSlowTick">Whether what seldom changes is to be read as well.</param>
    public void Read(double elapsedSeconds, double hostCores, double hostMemoryBytes, long nowMs, bool isSlowTick)
    {
        foreach (var entry in _entries.Values)
        {
            if (entry.IsKernel)
            {
                continue;
            }

            var measure = entry.Measure;
            measure.ElapsedSeconds = elapsedSeconds;
            measure.AllowedCores = entry.Container?.Measure.AllowedCores ?? hostCores;
            measure.AllowedMemoryBytes = entry.Container?.Measure.AllowedMemoryBytes ?? hostMemoryBytes;
            measure.UptimeSeconds = Math.Max(0, nowMs - BeginTimeMs(entry)) / 1000.0;
            if (IsDue(entry))
            {
                if (!_processFiles.Read(entry))
                {
                    End(entry);
                }
            }
            else
            {
                entry.Unread++;
                measure.UsedSeconds = 0;
                measure.MinorFaults = 0;
                measure.MajorFaults = 0;
            }

            Spread(entry, elapsedSeconds * hostCores);
            if (isSlowTick && entry.IsShown)
            {
                _processFiles.CountDescriptors(entry);
            }
        }

        RemoveEnded();
    }

    /// <summary>When a process began, milliseconds since 1970.</summary>
    public long BeginTimeMs(ProcessEntry entry) => BootTimeMs + ((long)entry.StartTicks * 10);

    void See(int id)
    {
        if (!_entries.TryGetValue(id, out var entry))
        {
            if (!_processFiles.TryBegin(id, _tick > 1, out entry))
            {
                return;
            }

            _entries.Add(id, entry);
        }

        entry.Seen = _tick;
        if (entry.IsKernel)
        {
            return;
        }

        if (entry.Age < YoungAge ? (entry.Age & (entry.Age - 1)) == 0 : (_tick + id) % GroupTicks == 0)
        {
            FindContainer(entry);
        }

        entry.Age++;
    }

    void FindContainer(ProcessEntry entry)
    {
        var text = _processFiles.ReadGroups(entry.Id);
        if (text.IsEmpty)
        {
            return;
        }

        var container = _places.Find(text) is { } place ? _containers.Sight(place) : null;
        if (container == entry.Container)
        {
            return;
        }

        Leave(entry);
        entry.Container = container;
        if (container is not null)
        {
            container.ProcessCount++;
            container.HadProcess = true;
            if (BeginTimeMs(entry) < container.BeginTimeMs)
            {
                container.BeginTimeMs = BeginTimeMs(entry);
                container.FirstProcess = entry.Id;
            }
        }
    }

    bool IsDue(ProcessEntry entry) =>
        entry.Age <= 2
        || entry.Measure.Calls.Sum.Calls > 0
        || (entry.Container is { WasBusy: true } && entry.Idle < IdleTicks)
        || (entry.Container is null && entry.Idle < IdleTicks)
        || (entry.Container is not { WasBusy: false } && (_tick + entry.Id) % MaxUnread == 0);

    // Nobody can use more than all cores: what is read after ticks without a look is told over as many.
    static void Spread(ProcessEntry entry, double most)
    {
        var seconds = entry.Measure.UsedSeconds;
        entry.Idle = seconds > 0 ? 0 : entry.Idle + 1;
        if (double.IsNaN(seconds))
        {
            return;
        }

        seconds += entry.UntoldSeconds;
        entry.Measure.UsedSeconds = Math.Min(seconds, most);
        entry.UntoldSeconds = seconds - entry.Measure.UsedSeconds;
    }

    void End(ProcessEntry entry)
    {
        if (!entry.HasEnded)
        {
            entry.HasEnded = true;
            _ended.Add(entry);
            Leave(entry);
        }
    }

    void RemoveEnded()
    {
        foreach (var entry in _ended)
        {
            _entries.Remove(entry.Id);
        }
    }

    static void Leave(ProcessEntry entry)
    {
        if (entry.Container is { } container)
        {
            container.ProcessCount--;
        }
    }
}
