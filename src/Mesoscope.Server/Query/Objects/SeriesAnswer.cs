namespace Mesoscope.Server.Query.Objects;

/// <summary>Curves.</summary>
/// <param name="FromMs">Begin of the first step.</param>
/// <param name="ToMs">End of the last step.</param>
/// <param name="StepMs">Length of a step.</param>
/// <param name="Times">Ends of the steps, milliseconds since 1970.</param>
/// <param name="Series">The curves: by segment, in each by metric in the order of the request.</param>
/// <param name="Total">How many curves there are without limits.</param>
public sealed record SeriesAnswer(long FromMs, long ToMs, long StepMs, IReadOnlyList<long> Times, IReadOnlyList<Series> Series, int Total);
