namespace Mesoscope.Clusters.Documents;

/// <summary>
/// Reads the state of a master of any version, 0.19 to 1.12: <c>/master/state</c>, <c>/state.json</c>, and <c>GET_STATE</c> of the
/// operator API. (<c>/master/state-summary</c> would not do: it counts tasks and names none.)
/// </summary>
public static class MasterStateReader
{
    /// <summary>Reads a document. Reads the stream synchronously, a piece at a time, so call it from a background thread.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="MasterState.IsUsable"/> first.</returns>
    public static MasterState Read(Stream stream, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var state = new MasterState { Faults = scope.Faults };
        var isWhole = DocumentReader.Read(stream, scope, state, MasterStateMembers.Read);
        if (isWhole && !state.IsUsable)
        {
            scope.Faults.Add(DocumentFault.OtherDocument, "frameworks"u8, 0);
        }

        state.IsUsable &= isWhole && state.HasSense();
        return state;
    }
}
