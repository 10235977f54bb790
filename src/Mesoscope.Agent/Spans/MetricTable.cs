using Mesoscope.Samples.Metrics;

namespace Mesoscope.Agent.Spans;

/// <summary>All metrics of one kind of thing. One instance serves all things of the kind; not safe for several threads.</summary>
/// <typeparam name="T">What was measured in one tick.</typeparam>
sealed class MetricTable<T>
{
    readonly MetricRow<T>[] _rows;
    readonly double[] _values;

    /// <param name="rows">The metrics.</param>
    public MetricTable(params MetricRow<T>[] rows)
    {
        _rows = rows;
        _values = new double[rows.Length];
        Columns = new MetricColumns([.. rows.Select(static row => row.Metric.Number)], [.. rows.Select(static row => row.Metric.Kind == MetricKind.Rate)]);
    }

    /// <summary>The metrics' numbers and kinds, in the order of values.</summary>
    public MetricColumns Columns { get; }

    /// <summary>The metrics.</summary>
    public IEnumerable<MetricInfo> Metrics => _rows.Select(static row => row.Metric);

    /// <summary>The values of a tick for each of its seconds: what happened in it is spread evenly. They hold until the next call.</summary>
    /// <param name="measured">What was measured.</param>
    /// <param name="seconds">The tick's length, at least 1.</param>
    public ReadOnlySpan<double> Values(T measured, int seconds)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var value = _rows[i].Read(measured);
            _values[i] = Columns.IsRate[i] ? value / seconds : value;
        }

        return _values;
    }
}
