using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>A path or an address: TEXT_BYTES in bpf/counting/failure.h.</summary>
[InlineArray(160)]
struct TextBytes
{
    byte _first;
}
