namespace Mesoscope.Kernel.Counting;

/// <summary>Something that happened at one moment and is told as such.</summary>
/// <param name="Time">Nanoseconds since 1970.</param>
/// <param name="ProcessId">The process, as in <see cref="ProcessCounters"/>.</param>
/// <param name="ThreadId">The thread.</param>
/// <param name="Name">Name of the thread (comm).</param>
/// <param name="ControlGroup">The control group at that moment, as in <see cref="ProcessCounters"/>; 0 when it is not known.</param>
public abstract record KernelHappening(ulong Time, int ProcessId, int ThreadId, string Name, ulong ControlGroup);
