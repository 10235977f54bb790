namespace Mesoscope.Containers.Documents;

/// <summary>A mount of a container, in the runtime's words.</summary>
sealed record ContainerMount(string Source, string Destination, string Mode, bool IsWritable, string Propagation);
