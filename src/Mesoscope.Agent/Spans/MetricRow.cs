using Mesoscope.Samples.Metrics;

namespace Mesoscope.Agent.Spans;

/// <summary>How one metric is taken from what was measured of a thing.</summary>
/// <typeparam name="T">What was measured in one tick.</typeparam>
sealed class MetricRow<T>
{
    /// <param name="name">Name in the metric catalogue.</param>
    /// <param name="read">
    /// The value: of a gauge as it is, of a rate what happened in the whole tick; <see cref="double.NaN"/> when it was not measured.
    /// </param>
    public MetricRow(string name, Func<T, double> read)
    {
        Metric = MetricCatalog.TryFind(name, out var metric) ? metric : throw new ArgumentException($"'{name}' is not in the metric catalogue", nameof(name));
        Read = read;
    }

    /// <summary>The metric.</summary>
    public MetricInfo Metric { get; }

    /// <summary>Takes the value.</summary>
    public Func<T, double> Read { get; }
}
