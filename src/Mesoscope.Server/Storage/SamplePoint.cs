namespace Mesoscope.Server.Storage;

/// <summary>What one entity's metric was in one span of time.</summary>
/// <param name="EndMilliseconds">End of the span, exclusive, milliseconds since 1970; a multiple of the tier's length.</param>
/// <param name="Sum">Sum of the values of each measured second.</param>
/// <param name="Minimum">The smallest second.</param>
/// <param name="Maximum">The largest second.</param>
/// <param name="Count">How many seconds were measured: <paramref name="Sum"/> divided by it is the mean.</param>
public readonly record struct SamplePoint(long EndMilliseconds, double Sum, float Minimum, float Maximum, uint Count);
