using System.Buffers.Text;
using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Measures.Host;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Sampling;

/// <summary>Measures the whole node, one tick after the other. Not safe for several threads.</summary>
sealed class NodeSampler : IDisposable
{
    // What seldom changes is read as often as a span ends.
    const int SlowTicks = SpanClock.SpanSeconds;

    readonly MachineFiles _files;
    readonly HostReader _hostReader;
    readonly DiskReader _disks;
    readonly CallAttribution _attribution;
    readonly GroupWatch? _groupWatch;
    readonly OwnCost _ownCost = new();
    readonly TimeProvider _clock;
    long _tick;

    /// <param name="files">The machine; closed by its owner.</param>
    /// <param name="calls">Counts of calls; ended by their owner.</param>
    /// <param name="maxContainers">Containers that are measured at most.</param>
    /// <param name="clock">The time.</param>
    public NodeSampler(MachineFiles files, ICallCounts calls, int maxContainers, TimeProvider clock)
    {
        (_files, _clock) = (files, clock);
        Hierarchies = Hierarchies.Find(files.Folders.Cgroup);
        var places = new ContainerPlaces(Hierarchies);
        Containers = new ContainerTable(files.Reader, Hierarchies, maxContainers);
        Processes = new ProcessTable(files, places, Containers);
        Groups = new GroupOwners(files, calls.Hierarchy, places, Containers);
        _attribution = new CallAttribution(calls, Host, Containers, Processes, Groups);
        _hostReader = new HostReader(files);
        _groupWatch = WatchGroups(files, calls, clock);
        _disks = new DiskReader(files);
    }

    /// <summary>When the last tick was measured, milliseconds since 1970.</summary>
    public long TimeMs { get; private set; }

    /// <summary>The machine's control group hierarchies.</summary>
    public Hierarchies Hierarchies { get; }

    /// <summary>What was measured of the host.</summary>
    public HostMeasure Host { get; } = new();

    /// <summary>Its containers.</summary>
    public ContainerTable Containers { get; }

    /// <summary>Its processes.</summary>
    public ProcessTable Processes { get; }

    /// <summary>Whose control groups are.</summary>
    public GroupOwners Groups { get; }

    /// <summary>Connections over which something went in the last tick.</summary>
    public IReadOnlyList<Kernel.Counting.ConnectionCounters> Connections => _attribution.Connections;

    /// <summary>Measures a tick.</summary>
    /// <param name="elapsed">The time that it stands for.</param>
    /// <param name="now">The time.</param>
    public void Sample(TimeSpan elapsed, DateTimeOffset now)
    {
        var isSlowTick = _tick++ % SlowTicks == 0;
        var nowMs = TimeMs = now.ToUnixTimeMilliseconds();
        Host.ElapsedSeconds = elapsed.TotalSeconds;
        _hostReader.Read(Host);
        // Set once, so that beginnings do not wander with the clocks.
        Processes.BootTimeMs = Processes.BootTimeMs == 0 ? BootTime(nowMs) : Processes.BootTimeMs;
        Containers.BeginTick();
        Groups.BeginTick();
        Processes.List();
        TakeSightings();
        _attribution.Read();
        Containers.Read(elapsed.TotalSeconds, Host.Cores, Host.MemoryTotalBytes, nowMs, isSlowTick);
        Processes.Read(elapsed.TotalSeconds, Host.Cores, Host.MemoryTotalBytes, nowMs, isSlowTick);
        Host.Processes = Processes.Running.Count;
        if (isSlowTick)
        {
            _disks.Read(Host);
        }

        _ownCost.Read(Host, isSlowTick);
    }

    /// <summary>Closes all files but the machine's.</summary>
    public void Dispose()
    {
        _groupWatch?.Dispose();
        _hostReader.Dispose();
        Containers.Dispose();
    }

    GroupWatch? WatchGroups(MachineFiles files, ICallCounts calls, TimeProvider clock)
    {
        if (calls.Hierarchy.Folder.Length > 0)
        {
            return new GroupWatch(files.Folders, Hierarchies, calls.Hierarchy.Folder, calls.Hierarchy.Controller, clock);
        }

        return Hierarchies.TryGet("memory", out var memory)
            ? new GroupWatch(files.Folders, Hierarchies, memory.Folder, memory.IsUnified ? "" : "memory", clock)
            : null;
    }

    // Containers that are over already have no processes, and end with this tick.
    void TakeSightings()
    {
        while (_groupWatch is not null && _groupWatch.TryTake(out var sighting))
        {
            var isKnown = Containers.Find(sighting.Place.Id) is not null;
            if ((sighting.IsInner && !isKnown) || Containers.Sight(sighting.Place) is not { } entry)
            {
                continue;
            }

            Groups.Learn(sighting.Group, entry);
            if (sighting.IsInner)
            {
                continue;
            }

            entry.Environment = sighting.Environment;
            if (!isKnown)
            {
                entry.Key = entry.Key == 0 ? sighting.Group : entry.Key;
                entry.BeginTimeMs = sighting.TimeMs;
                entry.FirstProcess = sighting.ProcessId;
            }
        }
    }

    // To a hundredth of a second. What numbers are made of is counted from the boot and does not hang on it.
    long BootTime(long nowMs)
    {
        var text = _files.ReadProc("stat"u8);
        var at = text.IndexOf("btime "u8);
        if (at < 0 || !GroupFile.TryParse(text[(at + 6)..], out var seconds))
        {
            return nowMs;
        }

        // It is whole seconds, cut off; what began would seem to have begun up to a second before. The time since then is finer, but in a
        // container it may be the container's.
        var bootMs = (long)seconds * 1000;
        var fineMs = FineBootTime() ?? bootMs;
        return fineMs >= bootMs && fineMs < bootMs + 1000 ? fineMs : bootMs;
    }

    // Of a few tries the quickest: a machine that is busy may do something else between the two readings.
    long? FineBootTime()
    {
        var (found, least) = ((long?)null, TimeSpan.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            var begin = _clock.GetTimestamp();
            var hasUptime = Utf8Parser.TryParse(_files.ReadProc("uptime"u8), out double uptime, out _);
            var nowMs = _clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (hasUptime && _clock.GetElapsedTime(begin) is var took && took < least)
            {
                (found, least) = (nowMs - (long)(uptime * 1000), took);
            }
        }

        return found;
    }
}
