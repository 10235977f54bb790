namespace Mesoscope.Kernel;

/// <summary>A live capture cannot be made. The message is one line: what was seen, and what to do.</summary>
/// <param name="problem">Why.</param>
/// <param name="message">The line.</param>
/// <param name="log">What the kernel's verifier and the loader said; empty when they were not asked.</param>
public sealed class LiveCaptureException(LiveCaptureProblem problem, string message, string log = "") : Exception(message)
{
    /// <summary>Why.</summary>
    public LiveCaptureProblem Problem { get; } = problem;

    /// <summary>What the kernel's verifier and the loader said, many lines; for whoever looks closer.</summary>
    public string Log { get; } = log;
}
