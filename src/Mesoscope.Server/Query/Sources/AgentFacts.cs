namespace Mesoscope.Server.Query.Sources;

/// <summary>What questions need to know of an agent.</summary>
/// <param name="AgentId">Its id.</param>
/// <param name="HostName">The name of its host.</param>
/// <param name="LastSeenMilliseconds">When it was heard of last, milliseconds since 1970.</param>
/// <param name="IsStale">True when that is too long ago.</param>
public sealed record AgentFacts(string AgentId, string HostName, long LastSeenMilliseconds, bool IsStale);
