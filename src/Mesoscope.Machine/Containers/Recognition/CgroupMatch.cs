namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>What one engine's rule made of a thread's control groups.</summary>
/// <param name="Type">The engine.</param>
/// <param name="Id">Id of the container, as threads carry it.</param>
readonly record struct CgroupMatch(ContainerType Type, byte[] Id);
