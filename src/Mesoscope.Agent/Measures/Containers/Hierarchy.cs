namespace Mesoscope.Agent.Measures.Containers;

/// <summary>Where the control groups of one controller are.</summary>
/// <param name="Folder">Folder of the root group.</param>
/// <param name="IsUnified">Whether it is the hierarchy of cgroup v2, whose files are others.</param>
readonly record struct Hierarchy(string Folder, bool IsUnified);
