namespace Mesoscope.Agent.Spans;

/// <summary>What the columns of <see cref="MetricSums"/> stand for.</summary>
/// <param name="Numbers">Numbers of the metric catalogue.</param>
/// <param name="IsRate">Whether a column counts what happened in a second.</param>
sealed record MetricColumns(uint[] Numbers, bool[] IsRate);
