using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>The errors of a thread: ERROR_SLOTS in bpf/counting/counting.h.</summary>
[InlineArray(8)]
struct ErrorCounts
{
    ErrorCount _first;
}
