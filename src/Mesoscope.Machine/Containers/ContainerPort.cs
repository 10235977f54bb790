namespace Mesoscope.Machine.Containers;

/// <summary>A port of the host that leads into a container.</summary>
/// <param name="HostAddress">IPv4 address of the host, as the number in the event.</param>
/// <param name="HostPort">Port on the host.</param>
/// <param name="Port">Port in the container.</param>
public readonly record struct ContainerPort(uint HostAddress, ushort HostPort, ushort Port);
