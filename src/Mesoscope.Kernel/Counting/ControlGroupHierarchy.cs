namespace Mesoscope.Kernel.Counting;

/// <summary>The hierarchy of control groups whose folders' inodes are the groups' numbers.</summary>
/// <param name="Folder">Where it is mounted, such as <c>/sys/fs/cgroup</c> or <c>/sys/fs/cgroup/memory</c>; empty when it is not mounted here.</param>
/// <param name="Controller">Under cgroup v1 the controller of the hierarchy, such as <c>memory</c>; empty for cgroup v2.</param>
public sealed record ControlGroupHierarchy(string Folder, string Controller)
{
    /// <summary>True for the one hierarchy of cgroup v2.</summary>
    public bool IsUnified => Controller.Length == 0;
}
