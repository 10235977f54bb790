namespace Mesoscope.Machine.Containers;

/// <summary>A mount of a container.</summary>
/// <param name="Source">Where it comes from on the host.</param>
/// <param name="Destination">Where it appears in the container.</param>
/// <param name="Mode">Options such as <c>ro</c>; may be empty.</param>
/// <param name="IsWritable">Whether it can be written to.</param>
/// <param name="Propagation">Propagation such as <c>rprivate</c>; may be empty.</param>
public sealed record ContainerMount(byte[] Source, byte[] Destination, byte[] Mode, bool IsWritable, byte[] Propagation);
