using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Kernel.Scan;

/// <summary>What a scan found, and what it could not read.</summary>
/// <param name="Processes">Processes, those of the kernel included.</param>
/// <param name="Threads">Threads, main threads included.</param>
/// <param name="Descriptors">Open descriptors.</param>
/// <param name="IsIterated">Whether programs in the kernel told the descriptors, not the process file system.</param>
/// <param name="Problems">What could not be read, by cause.</param>
public sealed record ScanReport(int Processes, int Threads, int Descriptors, bool IsIterated, ScanProblems Problems);
