using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Live;

/// <summary>What somebody wants to see every second.</summary>
/// <param name="Tree">A tree; its moment is now, whatever it says.</param>
/// <param name="Series">Curves, 32 at most; they end now and are as long as they say.</param>
/// <param name="Happenings">New happenings; none when absent.</param>
public sealed record LiveQuestion(TreeRequest? Tree = null, IReadOnlyList<SeriesRequest>? Series = null, LiveHappenings? Happenings = null);
