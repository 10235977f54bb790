namespace Mesoscope.Containers;

/// <summary>What happened to the questions of a watch so far.</summary>
/// <param name="Asked">Questions that runtimes were asked.</param>
/// <param name="Found">Answers that told about the container.</param>
/// <param name="NotFound">The runtime did not know the container.</param>
/// <param name="Unreachable">The runtime was not there.</param>
/// <param name="Slow">The answer did not come in time.</param>
/// <param name="Nonsense">The answer, or an event of the runtime, could not be read.</param>
/// <param name="Refused">Requests and answers that found their queue full.</param>
public readonly record struct WatchCounters(long Asked, long Found, long NotFound, long Unreachable, long Slow, long Nonsense, long Refused);
