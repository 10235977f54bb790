namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>Where the events of one processor come from.</summary>
interface IRecordSource
{
    /// <summary>Since when an event is being written: nanoseconds since 1970; 0 none, 1 the time is being taken.</summary>
    ulong WritingSince { get; }

    /// <summary>Takes note of what is finished.</summary>
    void Look();

    /// <summary>
    /// Moves events into <paramref name="target"/>: as many as were finished at the last <see cref="Look"/> and fit. Their room is free again.
    /// </summary>
    /// <param name="target">Receives the events one behind the other, each filled up to 8 bytes; at least as long as the longest.</param>
    /// <param name="last">Where in <paramref name="target"/> the last one begins.</param>
    /// <param name="isEmptied">True when nothing that was finished is left.</param>
    /// <returns>Bytes written to <paramref name="target"/>.</returns>
    int Drain(Span<byte> target, out int last, out bool isEmptied);
}
