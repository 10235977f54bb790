namespace Mesoscope.Samples.Metrics;

/// <summary>How several values become one.</summary>
public enum Aggregation
{
    /// <summary>Their mean; over time, moments at which the entity was not there do not count.</summary>
    Average,

    /// <summary>Their sum; of a rate over time it is what happened in the span.</summary>
    Sum,

    /// <summary>The smallest second.</summary>
    Minimum,

    /// <summary>The largest second.</summary>
    Maximum,

    /// <summary>How many there are.</summary>
    Count,
}
