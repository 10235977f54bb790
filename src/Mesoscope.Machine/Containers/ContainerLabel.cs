namespace Mesoscope.Machine.Containers;

/// <summary>A label of a container.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value; may be empty.</param>
public sealed record ContainerLabel(byte[] Key, byte[] Value);
