namespace Mesoscope.Server.Query.Objects;

/// <summary>One curve.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Labels">The segment: values of the labels asked for, <c>n/a</c> where one is missing.</param>
/// <param name="Values">By step; null where nothing was measured.</param>
public sealed record Series(string Metric, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<double?> Values);
