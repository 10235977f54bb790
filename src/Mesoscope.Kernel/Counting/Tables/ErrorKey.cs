using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>A control group and an error: <c>struct error_key</c> in bpf/counting/counting.h.</summary>
/// <param name="Group">The control group.</param>
/// <param name="Number">The error, positive.</param>
[StructLayout(LayoutKind.Sequential)]
readonly record struct ErrorKey(ulong Group, ulong Number);
