namespace Mesoscope.Containers;

/// <summary>How a container ended, in the words of its runtime.</summary>
/// <param name="Id">Short id.</param>
/// <param name="ExitStatus">What its first process answered; 128 and the signal's number when one ended it; null when the runtime does not say.</param>
/// <param name="IsOutOfMemory">Whether the kernel killed one of its processes because memory ran out.</param>
public readonly record struct ContainerEnd(string Id, int? ExitStatus, bool IsOutOfMemory);
