using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Ingest;

/// <summary>One agent as the server knows it at a moment.</summary>
public sealed record AgentStatus
{
    /// <summary>Silence after which an agent is stale, milliseconds.</summary>
    public const long StaleAfterMilliseconds = 60_000;

    /// <summary>Its id, made once in its data folder.</summary>
    public required string AgentId { get; init; }

    /// <summary>The name of its host, as the host knows it.</summary>
    public required string HostName { get; init; }

    /// <summary>The agent's version.</summary>
    public required string Version { get; init; }

    /// <summary>When its last batch came, milliseconds since 1970 by the server's clock.</summary>
    public required long LastSeenMilliseconds { get; init; }

    /// <summary>True when it was silent for longer than <see cref="StaleAfterMilliseconds"/>.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Its clock minus the server's, milliseconds.</summary>
    public required long ClockSkewMilliseconds { get; init; }

    /// <summary>Batches that wait in its spool.</summary>
    public required ulong SpooledBatches { get; init; }

    /// <summary>What was lost or refused, by cause: the agent's own counts and, with the prefix <c>server: </c>, what the server did not take of it since it began.</summary>
    public required IReadOnlyList<KeyValuePair<string, ulong>> Drops { get; init; }

    /// <summary>What it could not measure, and what is wrong with it, such as another agent with the same id; a line each.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The tags of its settings.</summary>
    public required LabelSet Tags { get; init; }

    /// <summary>The entity of its host; 0 when it has not told of one.</summary>
    public required long Host { get; init; }

    /// <summary>Containers that it measures now.</summary>
    public required int ContainerCount { get; init; }
}
