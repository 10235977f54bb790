namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>
/// The counters that the programs write, one line of 64 bytes a processor, in memory shared with the kernel. Keep in sync with
/// <c>struct counters</c> in bpf/settings.h.
/// </summary>
/// <param name="address">The shared memory; it must outlive this object.</param>
/// <param name="processors">How many lines are looked at.</param>
sealed unsafe class ProcessorCounters(nint address, int processors)
{
    const int WordsPerLine = 8;
    const int GatheringSince = 5;

    readonly ulong* _words = (ulong*)address;

    /// <summary>The sums over all processors.</summary>
    public LiveDrops Drops() => new(Sum(0), Sum(1), Sum(2), Sum(3), Sum(4));

    /// <summary>
    /// The time (nanoseconds since 1970) since which a processor gathers an event outside its ring: 0 when it gathers none, 1 when it
    /// is about to take that time.
    /// </summary>
    /// <param name="processor">From 0.</param>
    public ulong GatheringTime(int processor) => Volatile.Read(ref _words[processor * WordsPerLine + GatheringSince]);

    ulong Sum(int word)
    {
        var sum = 0UL;
        for (var i = 0; i < processors; i++)
        {
            sum += Volatile.Read(ref _words[i * WordsPerLine + word]);
        }

        return sum;
    }
}
