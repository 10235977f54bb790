namespace Mesoscope.Server.Storage;

/// <summary>Which samples are wanted.</summary>
/// <param name="Entities">Of which entities.</param>
/// <param name="Metrics">Numbers of the metric catalogue.</param>
/// <param name="FromMilliseconds">Spans that end behind this moment.</param>
/// <param name="ToMilliseconds">Spans that end at this moment at the latest.</param>
/// <param name="Tier">How coarse.</param>
public sealed record SampleRead(
    EntityIds Entities,
    IReadOnlyCollection<uint> Metrics,
    long FromMilliseconds,
    long ToMilliseconds,
    Tier Tier);
