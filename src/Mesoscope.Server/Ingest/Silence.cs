namespace Mesoscope.Server.Ingest;

/// <summary>A time in which nothing was heard of an agent, longer than <see cref="AgentStatus.StaleAfterMilliseconds"/>.</summary>
/// <param name="FromMs">The last that was heard before it, milliseconds since 1970.</param>
/// <param name="ToMs">The first that was heard behind it.</param>
readonly record struct Silence(long FromMs, long ToMs);
