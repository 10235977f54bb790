namespace Mesoscope.Clusters.Recording;

/// <summary>What a recorded document replaces.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="FrameworkId">The framework of the Marathon that it is about, as text; empty for the state.</param>
public readonly record struct RecordedKey(RecordedKind Kind, string FrameworkId);
