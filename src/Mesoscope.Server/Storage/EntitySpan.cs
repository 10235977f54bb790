namespace Mesoscope.Server.Storage;

/// <summary>Everything that was measured of one entity in one span of time, as columns of the same length.</summary>
/// <param name="Entity">Whose it is.</param>
/// <param name="EndMilliseconds">End of the span, exclusive.</param>
/// <param name="Count">Seconds of the span in which it was measured.</param>
/// <param name="Metrics">Numbers of the metric catalogue.</param>
/// <param name="Sums">Sums of the seconds' values.</param>
/// <param name="Minimums">The smallest seconds.</param>
/// <param name="Maximums">The largest seconds.</param>
public readonly record struct EntitySpan(
    long Entity,
    long EndMilliseconds,
    uint Count,
    ReadOnlyMemory<uint> Metrics,
    ReadOnlyMemory<double> Sums,
    ReadOnlyMemory<float> Minimums,
    ReadOnlyMemory<float> Maximums);
