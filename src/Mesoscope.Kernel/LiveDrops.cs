namespace Mesoscope.Kernel;

/// <summary>What a live capture lost or left out since its start, by cause.</summary>
/// <param name="BufferFull">Events lost because a processor's ring was full: the reader did not keep up.</param>
/// <param name="PayloadFault">Parameters left empty because the memory that they lie in could not be read.</param>
/// <param name="TooBig">Events lost because they do not fit into an event of the format.</param>
/// <param name="TableFull">Processes that are not followed because the table of followed processes was full.</param>
/// <param name="ForeignCalls">System calls of programs of 32 bits and of x32, which are not decoded.</param>
public readonly record struct LiveDrops(ulong BufferFull, ulong PayloadFault, ulong TooBig, ulong TableFull, ulong ForeignCalls)
{
    /// <summary>Events that happened and were wanted, but are not there.</summary>
    public ulong LostEvents => BufferFull + TooBig;
}
