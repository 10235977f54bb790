using Mesoscope.Samples.Metrics;

namespace Mesoscope.Server.Query.Objects;

/// <summary>A column of an answer, with what the catalogue adds to the request.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Time">How values of several moments became one.</param>
/// <param name="Group">How values of several entities became one.</param>
/// <param name="Unit">Unit of the values.</param>
public sealed record AnswerColumn(string Metric, Aggregation Time, Aggregation Group, MetricUnit Unit);
