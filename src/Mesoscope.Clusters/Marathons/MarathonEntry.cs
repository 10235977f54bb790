namespace Mesoscope.Clusters.Marathons;

/// <summary>A framework that is or may be a Marathon, and the task that looks after it.</summary>
/// <param name="Description">What the framework says of itself: another description means to look for it anew.</param>
/// <param name="End">Ends the task.</param>
/// <param name="First">Completes when it was asked once, with whatever result.</param>
/// <param name="Run">The task.</param>
sealed record MarathonEntry(string Description, CancellationTokenSource End, Task First, Task Run);
