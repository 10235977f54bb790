namespace Mesoscope.Samples.Metrics;

/// <summary>The unit of a metric's values.</summary>
public enum MetricUnit
{
    /// <summary>A count without unit.</summary>
    Number,

    /// <summary>Hundredths; 100 is all there is of one thing, so two busy cores are 200 % of a core.</summary>
    Percent,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Bytes in a second.</summary>
    BytesPerSecond,

    /// <summary>How often in a second.</summary>
    PerSecond,

    /// <summary>Nanoseconds spent in a second of time.</summary>
    NanosecondsPerSecond,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Processor cores.</summary>
    Cores,
}
