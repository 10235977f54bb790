using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Merge;

/// <summary>A processor's ring and counters as a source of records.</summary>
/// <param name="ring">The ring.</param>
/// <param name="counters">All processors' counters.</param>
/// <param name="processor">From 0.</param>
sealed class ProcessorRecords(RingReader ring, ProcessorCounters counters, int processor) : IRecordSource
{
    public ulong GatheringTime => counters.GatheringTime(processor);

    public int Drain(Span<byte> target, out bool isEmptied) => ring.Drain(target, out isEmptied);
}
