namespace Mesoscope.Server.Live;

/// <summary>What is sent in place of a tree whose nodes, their order and their health are those of the last one.</summary>
/// <param name="AtMs">The moment, milliseconds since 1970.</param>
/// <param name="FromMs">Begin of the time that values are of.</param>
/// <param name="Values">By column and index of the node in the last tree.</param>
public sealed record LiveValues(long AtMs, long FromMs, IReadOnlyList<IReadOnlyList<double?>> Values);
