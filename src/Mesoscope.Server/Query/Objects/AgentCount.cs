namespace Mesoscope.Server.Query.Objects;

/// <summary>Agents at a moment.</summary>
/// <param name="Total">All that measure hosts.</param>
/// <param name="Stale">Those of them that were not heard of for a minute.</param>
public sealed record AgentCount(int Total, int Stale);
