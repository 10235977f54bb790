namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>How many rings there are, and how large they are.</summary>
/// <param name="Processors">The highest processor and one.</param>
/// <param name="RingBytes">Bytes of each ring: a power of two.</param>
/// <param name="HasNested">True when processors need a second ring, for events that interrupt the writing of others.</param>
readonly record struct RingPlan(int Processors, uint RingBytes, bool HasNested)
{
    /// <summary>How many rings.</summary>
    public int Count => HasNested ? 2 * Processors : Processors;

    /// <summary>Bytes of all rings.</summary>
    public nuint Bytes => (nuint)Count * RingBytes;
}
