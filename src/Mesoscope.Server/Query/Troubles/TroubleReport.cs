using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query.Troubles;

// Everything that is wrong at a moment, and what has ended but stays in sight. Stamp is equal for equal places of troubles.
sealed record TroubleReport(IReadOnlyList<Trouble> Troubles, IReadOnlyList<LabelSet> Ended)
{
    public static TroubleReport None { get; } = new([], []);

    public AgentCount Agents { get; init; } = new(0, 0);

    public int Stamp { get; } = MakeStamp(Troubles, Ended);

    static int MakeStamp(IReadOnlyList<Trouble> troubles, IReadOnlyList<LabelSet> ended)
    {
        var stamp = default(HashCode);
        foreach (var trouble in troubles)
        {
            stamp.Add(trouble.Labels);
            stamp.Add(trouble.AgentId);
        }

        foreach (var labels in ended)
        {
            stamp.Add(labels);
        }

        return stamp.ToHashCode();
    }
}
