using Mesoscope.Agent.Measures.Containers;

namespace Mesoscope.Agent.Sampling;

/// <summary>A container whose control group was just made.</summary>
/// <param name="Place">What its control groups say.</param>
/// <param name="Group">Number of the group.</param>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
sealed record GroupSighting(ContainerPlace Place, ulong Group, long TimeMs)
{
    /// <summary>Whether it is a group inside of the container's own, which tells of no new container.</summary>
    public bool IsInner { get; init; }

    /// <summary>The environment of a process in it that tells of a task, once one is caught.</summary>
    public CaughtEnvironment Environment { get; } = new();

    /// <summary>The first process that was seen in it; 0 when none was.</summary>
    public int ProcessId { get; set; }
}
