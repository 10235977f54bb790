namespace Mesoscope.Containers;

/// <summary>A container to be asked for.</summary>
/// <param name="Type">What its control groups say it is: the numbers of container events (0 Docker, 6 CRI, 11 Podman).</param>
/// <param name="Id">Short id: 12 hexadecimal digits.</param>
/// <param name="CgroupPath">Control groups of one of its threads, in any form; tells whose runtime it is and whether Kubernetes made it.</param>
public readonly record struct ContainerRequest(int Type, string Id, string CgroupPath);
