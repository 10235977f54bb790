using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Spans;

/// <summary>
/// The values of one entity in the span that is going on: sum, smallest and largest second of each metric. Things that do not change cost
/// one addition a second, since equal seconds are only counted and added up when another value or the span's end comes.
/// </summary>
/// <param name="columns">What the columns stand for.</param>
sealed class MetricSums(MetricColumns columns)
{
    readonly double[] _last = New(columns, double.NaN);
    readonly double[] _sums = New(columns, double.NaN);
    readonly double[] _minimums = New(columns, double.NaN);
    readonly double[] _maximums = New(columns, double.NaN);
    int _added;
    int _pending;

    /// <summary>Seconds of the span in which the entity was measured.</summary>
    public int Seconds => _added + _pending;

    /// <summary>Adds seconds with these values.</summary>
    public void Add(ReadOnlySpan<double> values, int seconds)
    {
        Flush();
        values.CopyTo(_last);
        _pending = seconds;
    }

    /// <summary>The sum of a column so far; NaN when it was not measured. For ranking.</summary>
    public double SumOf(int column)
    {
        Flush();
        return _sums[column];
    }

    /// <summary>Adds another entity's span, so that this one stands for both: its extremes are then bounds of those of the sum.</summary>
    public void AddSpanOf(MetricSums other)
    {
        Flush();
        other.Flush();
        for (var i = 0; i < _sums.Length; i++)
        {
            if (!double.IsNaN(other._sums[i]))
            {
                _sums[i] = Plus(_sums[i], other._sums[i]);
                _minimums[i] = Plus(_minimums[i], other._minimums[i]);
                _maximums[i] = Plus(_maximums[i], other._maximums[i]);
            }
        }

        _added = Math.Max(_added, other._added);
    }

    /// <summary>Ends the span: its values, and nothing of it stays. Null when the entity was not measured in it.</summary>
    /// <param name="entity">Number of the entity.</param>
    /// <param name="spanSeconds">The span's length.</param>
    public EntitySamples? Take(ulong entity, int spanSeconds)
    {
        Flush();
        if (_added == 0)
        {
            return null;
        }

        var samples = new EntitySamples { Entity = entity, Count = _added >= spanSeconds ? 0 : (uint)_added };
        for (var i = 0; i < _sums.Length; i++)
        {
            if (!double.IsNaN(_sums[i]))
            {
                samples.Metrics.Add(columns.Numbers[i]);
                samples.Sums.Add(_sums[i]);
                samples.Minimums.Add((float)_minimums[i]);
                samples.Maximums.Add((float)_maximums[i]);
            }
        }

        Clear();
        return samples;
    }

    /// <summary>Forgets the span.</summary>
    public void Clear()
    {
        _sums.AsSpan().Fill(double.NaN);
        _minimums.AsSpan().Fill(double.NaN);
        _maximums.AsSpan().Fill(double.NaN);
        _added = 0;
        _pending = 0;
    }

    void Flush()
    {
        if (_pending == 0)
        {
            return;
        }

        for (var i = 0; i < _last.Length; i++)
        {
            var value = _last[i];
            if (double.IsNaN(value))
            {
                continue;
            }

            if (double.IsNaN(_sums[i]))
            {
                // First measured in the middle of the span: the samples' count holds for all metrics, so the seconds before get a value too.
                _sums[i] = columns.IsRate[i] ? 0 : value * _added;
                _minimums[i] = _maximums[i] = columns.IsRate[i] && _added > 0 ? 0 : value;
            }

            _sums[i] += value * _pending;
            _minimums[i] = Math.Min(_minimums[i], value);
            _maximums[i] = Math.Max(_maximums[i], value);
        }

        _added += _pending;
        _pending = 0;
    }

    static double Plus(double sum, double value) => double.IsNaN(sum) ? value : sum + value;

    static double[] New(MetricColumns columns, double value)
    {
        var values = new double[columns.Numbers.Length];
        values.AsSpan().Fill(value);
        return values;
    }
}
