namespace Mesoscope.Kernel.Counting;

/// <summary>What a process did since the read before.</summary>
/// <param name="ProcessId">In the reader's pid namespace, which is the machine's own where the agent runs as it should.</param>
/// <param name="ControlGroup">
/// The control group that it is in now: inode of the group's folder in <see cref="KernelCounting.Hierarchy"/>. What it did before it was
/// moved there since the read before is counted here too.
/// </param>
/// <param name="Name">Its name (comm), up to 15 bytes.</param>
/// <param name="BeginTime">Nanoseconds from the machine's start, sleep included, to its begin; tells processes apart whose id was used again.</param>
/// <param name="HasEnded">True when it ended; nothing comes of it any more.</param>
/// <param name="Activity">What its threads did, ended ones included.</param>
public readonly record struct ProcessCounters(int ProcessId, ulong ControlGroup, string Name, ulong BeginTime, bool HasEnded, Activity Activity);
