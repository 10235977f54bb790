namespace Mesoscope.Server.Ingest;

/// <summary>What is known of an agent at a moment.</summary>
/// <param name="AgentId">Its id.</param>
/// <param name="HostName">The name of its host.</param>
/// <param name="LastSeenMilliseconds">When it was heard of last before that moment, milliseconds since 1970.</param>
/// <param name="IsStale">True when that was longer before it than <see cref="AgentStatus.StaleAfterMilliseconds"/>.</param>
public sealed record AgentFacts(string AgentId, string HostName, long LastSeenMilliseconds, bool IsStale);
