using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.DescriptorLists;

/// <summary>The fields <c>fdlist.*</c>: the descriptors that a poll waits for.</summary>
sealed class DescriptorListFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "fdlist";

    /// <inheritdoc/>
    public override string Description => "The descriptors that poll and ppoll wait for.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        OfText("fdlist.nums", "For polls: the numbers of the descriptors, with commas between.", static (c, s, ref v) =>
            PollList.TryJoin(c, s, ref v, PollList.AppendNumber)),
        OfText("fdlist.names", "For polls: the names of the descriptors.", static (c, s, ref v) =>
            PollList.TryJoin(c, s, ref v, PollList.AppendName)),
        OfText("fdlist.cips", "For polls: the client addresses of the connections.", static (c, s, ref v) =>
            PollList.TryJoin(c, s, ref v, PollList.AppendClientAddress)),
        OfText("fdlist.sips", "For polls: the server addresses of the connections and servers.", static (c, s, ref v) =>
            PollList.TryJoin(c, s, ref v, PollList.AppendServerAddress)),
        OfText("fdlist.cports", "For polls: the client ports of the connections.", static (c, s, ref v) =>
            PollList.TryJoin(c, s, ref v, PollList.AppendClientPort)),
        OfText("fdlist.sports", "For polls: the server ports of the connections.", static (c, s, ref v) =>
            PollList.TryJoin(c, s, ref v, PollList.AppendServerPort)),
    ];
}
