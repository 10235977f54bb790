namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>The states of all rings: one a processor, and behind these one a processor for events that interrupt the writing of others.</summary>
/// <param name="address">Memory shared with the programs; it must outlive this object.</param>
/// <param name="processors">How many processors are looked at.</param>
sealed unsafe class RingStates(nint address, int processors)
{
    /// <summary>Bytes of all states.</summary>
    public const int Bytes = 2 * MaxProcessors * RingState.Bytes;

    // MAX_CPUS in bpf/settings.h.
    const int MaxProcessors = 1024;

    readonly RingState* _states = (RingState*)address;

    /// <summary>The state of a processor's ring.</summary>
    /// <param name="processor">From 0.</param>
    /// <param name="isNested">True for the ring of events that interrupt others.</param>
    public RingState* Of(int processor, bool isNested) =>
        (RingState*)((byte*)_states + (long)RingState.Bytes * (processor + (isNested ? MaxProcessors : 0)));

    /// <summary>The sums over all rings.</summary>
    public LiveDrops Drops()
    {
        ulong full = 0, fault = 0, tooBig = 0, tableFull = 0, foreign = 0;
        for (var i = 0; i < 2 * processors; i++)
        {
            var state = Of(i % processors, i >= processors);
            full += Volatile.Read(ref state->Full);
            fault += Volatile.Read(ref state->Fault);
            tooBig += Volatile.Read(ref state->TooBig);
            tableFull += Volatile.Read(ref state->TableFull);
            foreign += Volatile.Read(ref state->Foreign);
        }

        return new LiveDrops(full, fault, tooBig, tableFull, foreign);
    }
}
