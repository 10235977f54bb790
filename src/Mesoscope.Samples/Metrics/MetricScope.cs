namespace Mesoscope.Samples.Metrics;

/// <summary>Which entities have a metric.</summary>
[Flags]
public enum MetricScope
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Hosts.</summary>
    Host = 1,

    /// <summary>Containers.</summary>
    Container = 2,

    /// <summary>Processes.</summary>
    Process = 4,

    /// <summary>Connections.</summary>
    Connection = 8,
}
