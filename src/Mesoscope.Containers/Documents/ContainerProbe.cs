namespace Mesoscope.Containers.Documents;

/// <summary>A command that a runtime starts in a container from time to time.</summary>
sealed record ContainerProbe(string Exe, IReadOnlyList<string> Arguments);
