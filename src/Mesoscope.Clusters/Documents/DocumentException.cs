namespace Mesoscope.Clusters.Documents;

/// <summary>Ends the reading of a document that cannot be read on. Caught where the reading began.</summary>
sealed class DocumentException(DocumentFault fault, long offset) : Exception($"{fault} at byte {offset}")
{
    public DocumentFault Fault { get; } = fault;

    public long Offset { get; } = offset;
}
