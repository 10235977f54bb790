namespace Mesoscope.Server.Api.Objects;

/// <summary>An agent.</summary>
/// <param name="AgentId">Its id.</param>
/// <param name="HostName">The name of its host.</param>
/// <param name="Version">Its version.</param>
/// <param name="LastSeenMs">When its last batch came, milliseconds since 1970.</param>
/// <param name="IsStale">True when that is more than a minute ago.</param>
/// <param name="ClockSkewMs">Its clock minus the server's.</param>
/// <param name="SpooledBatches">Batches that wait in its spool.</param>
/// <param name="Drops">What was lost, by cause.</param>
/// <param name="Missing">What it cannot measure, and why.</param>
/// <param name="Tags">The tags of its settings.</param>
/// <param name="ContainerCount">Containers that it measures.</param>
/// <param name="CpuPercent">Its own processor time in hundredths of one core; null when not known.</param>
/// <param name="MemoryBytes">Its own memory; null when not known.</param>
public sealed record AgentRow(
    string AgentId,
    string HostName,
    string Version,
    long LastSeenMs,
    bool IsStale,
    long ClockSkewMs,
    long SpooledBatches,
    IReadOnlyList<DropRow> Drops,
    IReadOnlyList<string> Missing,
    IReadOnlyDictionary<string, string> Tags,
    int ContainerCount,
    double? CpuPercent,
    double? MemoryBytes);
