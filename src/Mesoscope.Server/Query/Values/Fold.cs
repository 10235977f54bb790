using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

// Many values on their way to one: of several moments, where each stands for seconds, or of several entities, where each counts the same,
// so that the mean of a group is that of all things in it, however deep they lie.
struct Fold
{
    double _sum;
    double _minimum;
    double _maximum;
    long _count;

    public readonly bool IsEmpty => _count == 0;

    public void Add(in SamplePoint point)
    {
        if (point.Count > 0)
        {
            Add(point.Sum, point.Minimum, point.Maximum, point.Count);
        }
    }

    public void Add(double value)
    {
        if (!double.IsNaN(value))
        {
            Add(value, value, value, 1);
        }
    }

    public void Add(in Fold other)
    {
        if (!other.IsEmpty)
        {
            Add(other._sum, other._minimum, other._maximum, other._count);
        }
    }

    // NaN stands for what is not known.
    public readonly double Result(Aggregation aggregation) => IsEmpty
        ? double.NaN
        : aggregation switch
        {
            Aggregation.Average => _sum / _count,
            Aggregation.Sum => _sum,
            Aggregation.Minimum => _minimum,
            Aggregation.Maximum => _maximum,
            _ => _count,
        };

    void Add(double sum, double minimum, double maximum, long count)
    {
        _minimum = IsEmpty ? minimum : Math.Min(_minimum, minimum);
        _maximum = IsEmpty ? maximum : Math.Max(_maximum, maximum);
        _sum += sum;
        _count += count;
    }
}
