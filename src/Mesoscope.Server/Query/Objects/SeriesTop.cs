namespace Mesoscope.Server.Query.Objects;

/// <summary>Which curves are wanted.</summary>
/// <param name="Count">So many, 1 at least.</param>
/// <param name="By">Index of the metric whose mean over the whole span decides; 0 by default.</param>
/// <param name="Descending">True (default) for the largest, false for the smallest.</param>
public sealed record SeriesTop(int Count, int By = 0, bool Descending = true);
