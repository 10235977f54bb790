using Mesoscope.Samples.Metrics;

namespace Mesoscope.Server.Query.Objects;

/// <summary>A metric that is asked for.</summary>
/// <param name="Metric">Its name in the catalogue.</param>
/// <param name="Time">How values of several moments become one; the catalogue's default when absent.</param>
/// <param name="Group">How values of several entities become one; the catalogue's default when absent.</param>
public sealed record MetricColumn(string Metric, Aggregation? Time = null, Aggregation? Group = null);
