namespace Mesoscope.Containers.Documents;

/// <summary>A port of the host that leads into a container.</summary>
/// <param name="HostAddress">IPv4 address of the host, host order; 0 for all.</param>
/// <param name="HostPort">Port on the host.</param>
/// <param name="Port">Port in the container.</param>
readonly record struct ContainerPort(uint HostAddress, ushort HostPort, ushort Port);
