namespace Mesoscope.Kernel.Programs;

/// <summary>What happens at one system call.</summary>
/// <param name="Code">Its number in the capture format.</param>
/// <param name="Enter">What is done when it begins.</param>
/// <param name="Exit">What is done when it ends.</param>
/// <param name="EnterProgram">The program for its begin; null when there is none.</param>
/// <param name="ExitProgram">The program for its end; null when there is none.</param>
readonly record struct PlannedCall(ushort Code, CallHandling Enter, CallHandling Exit, string? EnterProgram, string? ExitProgram);
