namespace Mesoscope.Server.Storage;

/// <summary>Everything that was measured of one entity in one span of time, as columns of the same length.</summary>
/// <param name="Entity">Whose it is.</param>
/// <param name="EndMilliseconds">End of the span, exclusive, by the server's clock; a whole second, and of ten seconds a multiple of them.</param>
/// <param name="Seconds">Length of the span: 10, or less for a part of ten seconds that begin at a multiple of ten.</param>
/// <param name="Count">Seconds of the span in which it was measured.</param>
/// <param name="Metrics">Numbers of the metric catalogue.</param>
/// <param name="Sums">Sums of the seconds' values; stores may keep them as <see cref="float"/>.</param>
/// <param name="Minimums">The smallest seconds.</param>
/// <param name="Maximums">The largest seconds.</param>
public readonly record struct EntitySpan(
    long Entity,
    long EndMilliseconds,
    uint Seconds,
    uint Count,
    ReadOnlyMemory<uint> Metrics,
    ReadOnlyMemory<double> Sums,
    ReadOnlyMemory<float> Minimums,
    ReadOnlyMemory<float> Maximums);
