using Mesoscope.Machine.Containers;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>A container that runs, and what is measured of it.</summary>
/// <param name="place">What its control groups say.</param>
/// <param name="firstGroups">Its control groups; closed with it.</param>
sealed class ContainerEntry(ContainerPlace place, ContainerGroups firstGroups) : IDisposable
{
    /// <summary>Its id: 12 digits for Docker and its kin, the whole id for Mesos.</summary>
    public string Id => place.Id;

    /// <summary>What runs it, as far as control groups tell.</summary>
    public ContainerType Type => place.Type;

    /// <summary>What its control groups say.</summary>
    public ContainerPlace Place => place;

    /// <summary>Its control groups; the owner closes those that it replaces.</summary>
    public ContainerGroups Groups { get; set; } = firstGroups;

    /// <summary>What was measured in the last tick.</summary>
    public ContainerMeasure Measure { get; } = new();

    /// <summary>Its counters.</summary>
    public ContainerCounters Counters { get; } = new();

    /// <summary>The container that this one runs in; null when it is not nested.</summary>
    public ContainerEntry? Outer { get; set; }

    /// <summary>Its processes now.</summary>
    public int ProcessCount { get; set; }

    /// <summary>Whether a process was ever seen in it.</summary>
    public bool HadProcess { get; set; }

    /// <summary>Whether it used processor time in the last tick, so that its processes are worth a look.</summary>
    public bool WasBusy { get; set; } = true;

    /// <summary>When it began, milliseconds since 1970: when its oldest process did.</summary>
    public long BeginTimeMs { get; set; } = long.MaxValue;

    /// <summary>Id of its oldest process.</summary>
    public int FirstProcess { get; set; }

    /// <summary>A number that it has as long as it lives and no other has while the machine runs.</summary>
    public ulong Key { get; set; } = firstGroups.Key;

    /// <summary>The environment of a process that tells of its task, where one is caught in time.</summary>
    public CaughtEnvironment Environment { get; set; } = new();

    /// <summary>Whether it began while the agent watched.</summary>
    public bool IsNew { get; init; }

    /// <summary>Closes its files.</summary>
    public void Dispose() => Groups.Dispose();
}
