namespace Mesoscope.Samples.Metrics;

/// <summary>One row of the metric catalogue.</summary>
/// <param name="Number">What messages and stores call it. Never given to another metric, also when this one is gone.</param>
/// <param name="Name">What people and the API call it, such as <c>cpu.used.percent</c>.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Kind">What a value says.</param>
/// <param name="TimeAggregation">How values of several moments become one unless asked otherwise.</param>
/// <param name="GroupAggregation">How values of several entities become one unless asked otherwise.</param>
/// <param name="Scope">Which entities have it.</param>
/// <param name="Description">One line for people.</param>
public sealed record MetricInfo(
    uint Number,
    string Name,
    MetricUnit Unit,
    MetricKind Kind,
    Aggregation TimeAggregation,
    Aggregation GroupAggregation,
    MetricScope Scope,
    string Description);
