namespace Mesoscope.Kernel.Counting;

/// <summary>What the processes of a control group did since the read before, ended ones included; groups below it are not.</summary>
/// <param name="ControlGroup">Inode of the group's folder in <see cref="KernelCounting.Hierarchy"/>.</param>
/// <param name="Activity">The sum. It holds also what is missing in <see cref="ProcessCounters"/> because more processes ended than fit into the ring.</param>
public readonly record struct ControlGroupCounters(ulong ControlGroup, Activity Activity);
