namespace Mesoscope.Server.Live;

/// <summary>Which happenings somebody wants to hear of.</summary>
/// <param name="Scope">Chooses by labels; all when absent.</param>
public sealed record LiveHappenings(string? Scope = null);
