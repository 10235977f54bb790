namespace Mesoscope.Fuzz;

/// <summary>What a run found.</summary>
/// <param name="CaptureCount">How many damaged captures were read.</param>
/// <param name="EventCount">Events that they still delivered.</param>
/// <param name="MostAllocatedBytes">The most that one of them made the program allocate.</param>
/// <param name="Failures">What went wrong, one text each with the path of the capture; empty is good.</param>
public sealed record FuzzReport(long CaptureCount, long EventCount, long MostAllocatedBytes, IReadOnlyList<string> Failures);
