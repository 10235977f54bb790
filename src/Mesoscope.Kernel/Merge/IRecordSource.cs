namespace Mesoscope.Kernel.Merge;

/// <summary>Where the records of one processor come from.</summary>
interface IRecordSource
{
    /// <summary>Moves finished records into <paramref name="target"/>; see <see cref="Interop.Ring.RingReader.Drain"/>.</summary>
    int Drain(Span<byte> target, out bool isEmptied);

    /// <summary>Since when an event is gathered that is not in the ring yet: nanoseconds since 1970; 0 none, 1 the time is being taken.</summary>
    ulong GatheringTime { get; }
}
