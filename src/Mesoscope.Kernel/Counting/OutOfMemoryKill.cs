namespace Mesoscope.Kernel.Counting;

/// <summary>The kernel chose a process to be killed because memory ran out, of the machine or of a control group.</summary>
/// <param name="Time">Nanoseconds since 1970.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="ThreadId">The thread that the kernel named.</param>
/// <param name="Name">Its name; empty before kernel 6.8.</param>
/// <param name="ControlGroup">Its control group; 0 before kernel 6.8, where <see cref="ProcessEnded"/> of the same process knows it.</param>
public sealed record OutOfMemoryKill(ulong Time, int ProcessId, int ThreadId, string Name, ulong ControlGroup)
    : KernelHappening(Time, ProcessId, ThreadId, Name, ControlGroup);
