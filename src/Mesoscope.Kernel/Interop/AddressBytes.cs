using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Interop;

/// <summary>An IP address in the network's order; IPv4 in the first four bytes.</summary>
[InlineArray(16)]
struct AddressBytes
{
    byte _first;
}
