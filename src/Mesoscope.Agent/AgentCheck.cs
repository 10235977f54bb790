namespace Mesoscope.Agent;

/// <summary>What an agent would do here.</summary>
/// <param name="Lines">Lines for people.</param>
/// <param name="CanRun">Whether it can measure anything, and the server answers.</param>
public sealed record AgentCheck(IReadOnlyList<string> Lines, bool CanRun);
