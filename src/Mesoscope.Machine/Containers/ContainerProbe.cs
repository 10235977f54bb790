namespace Mesoscope.Machine.Containers;

/// <summary>A command that a runtime starts in a container from time to time.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Exe">First word of the command.</param>
/// <param name="Arguments">The other words.</param>
public sealed record ContainerProbe(ProbeKind Kind, byte[] Exe, IReadOnlyList<byte[]> Arguments);
