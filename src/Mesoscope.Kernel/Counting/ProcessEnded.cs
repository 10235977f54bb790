namespace Mesoscope.Kernel.Counting;

/// <summary>The last thread of a process ended.</summary>
/// <param name="Time">Nanoseconds since 1970.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="ThreadId">Its last thread.</param>
/// <param name="Name">Name of the process.</param>
/// <param name="ControlGroup">Its control group.</param>
/// <param name="ParentId">The process that is told of the end.</param>
/// <param name="ExitStatus">What the program answered, 0 to 255; 0 after a signal.</param>
/// <param name="Signal">Number of the signal that ended it; 0 for none.</param>
/// <param name="HasCore">True when its memory was written to a core file.</param>
/// <param name="IsOutOfMemory">True when the kernel killed it because memory ran out.</param>
/// <param name="BeginTime">Nanoseconds since 1970.</param>
public sealed record ProcessEnded(
    ulong Time, int ProcessId, int ThreadId, string Name, ulong ControlGroup, int ParentId, int ExitStatus, int Signal, bool HasCore, bool IsOutOfMemory, ulong BeginTime)
    : KernelHappening(Time, ProcessId, ThreadId, Name, ControlGroup);
