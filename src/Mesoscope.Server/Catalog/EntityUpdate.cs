using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Catalog;

/// <summary>What a batch tells of its agent's entities.</summary>
/// <param name="AgentId">Whose they are.</param>
/// <param name="Records">New and changed ones.</param>
/// <param name="HasAll">True when what is not among them has ended.</param>
/// <param name="Milliseconds">From when on these names hold, by the server's clock.</param>
/// <param name="ShiftMilliseconds">What is added to the agent's times to have the server's.</param>
public sealed record EntityUpdate(string AgentId, IReadOnlyList<EntityRecord> Records, bool HasAll, long Milliseconds, long ShiftMilliseconds);
