namespace Mesoscope.Samples.Metrics;

/// <summary>What a metric's value says.</summary>
public enum MetricKind
{
    /// <summary>How it is at a moment, such as memory in use.</summary>
    Gauge,

    /// <summary>How much happened in a second, such as bytes sent.</summary>
    Rate,
}
