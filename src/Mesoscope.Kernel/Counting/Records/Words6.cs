using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>The six arguments of a system call.</summary>
[InlineArray(6)]
struct Words6
{
    ulong _first;
}
