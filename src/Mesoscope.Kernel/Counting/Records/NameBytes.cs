using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>A task's name (comm): up to 15 bytes and a NUL.</summary>
[InlineArray(16)]
struct NameBytes
{
    byte _first;
}
