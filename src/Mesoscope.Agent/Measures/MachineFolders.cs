namespace Mesoscope.Agent.Measures;

/// <summary>Where the machine's pseudo file systems are. In a container they are mounted elsewhere.</summary>
/// <param name="Proc">The process file system.</param>
/// <param name="Cgroup">The folder that holds the control group hierarchies, or is the only one.</param>
/// <param name="Root">The machine's root folder.</param>
sealed record MachineFolders(string Proc = "/proc", string Cgroup = "/sys/fs/cgroup", string Root = "/");
