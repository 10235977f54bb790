using Mesoscope.Samples.Metrics;

namespace Mesoscope.Server.Api.Objects;

/// <summary>A metric of the catalogue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Kind">What a value says.</param>
/// <param name="TimeAggregation">How values of several moments become one by default.</param>
/// <param name="GroupAggregation">How values of several entities become one by default.</param>
/// <param name="Scopes">Which entities have it.</param>
/// <param name="Description">One line for people.</param>
public sealed record MetricRow(
    string Name,
    MetricUnit Unit,
    MetricKind Kind,
    Aggregation TimeAggregation,
    Aggregation GroupAggregation,
    IReadOnlyList<string> Scopes,
    string Description);
