namespace Mesoscope.Server.Query.Objects;

/// <summary>Asks for curves.</summary>
/// <param name="Metrics">What is drawn, 1 to 32.</param>
/// <param name="FromMs">Begin, milliseconds since 1970; 0 and negative are relative to now.</param>
/// <param name="ToMs">End, exclusive; 0 and negative are relative to now.</param>
/// <param name="Scope">Chooses entities; all when absent.</param>
/// <param name="SegmentBy">Label names that divide into curves; absent: one curve for each metric.</param>
/// <param name="StepMs">Time between points, whole seconds; what suits the span when absent.</param>
/// <param name="Kind">Which entities are summed: <c>host</c>, <c>container</c> or <c>process</c>; when absent it follows from the labels asked for.</param>
/// <param name="Top">Only the largest curves.</param>
/// <param name="Offset">Leaves out so many segments; 0 by default.</param>
/// <param name="Limit">Segments at most; 100 by default, 1,000 at most.</param>
public sealed record SeriesRequest(
    IReadOnlyList<MetricColumn> Metrics,
    long FromMs,
    long ToMs,
    string? Scope = null,
    IReadOnlyList<string>? SegmentBy = null,
    long? StepMs = null,
    string? Kind = null,
    SeriesTop? Top = null,
    int? Offset = null,
    int? Limit = null);
