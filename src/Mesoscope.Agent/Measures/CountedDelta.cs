namespace Mesoscope.Agent.Measures;

/// <summary>What a counter of the kernel grew by since it was last read. A counter that fell began anew, so its value is what it grew by.</summary>
struct CountedDelta
{
    double _last;
    bool _isKnown;

    /// <summary>A counter whose value is known, so that the next one says what happened.</summary>
    /// <param name="value">The value.</param>
    public CountedDelta(double value)
    {
        _last = value;
        _isKnown = true;
    }

    /// <summary>Takes the counter's value; NaN when none was known before.</summary>
    public double Take(double value)
    {
        var delta = !_isKnown ? double.NaN : value >= _last ? value - _last : value;
        _last = value;
        _isKnown = true;
        return delta;
    }
}
