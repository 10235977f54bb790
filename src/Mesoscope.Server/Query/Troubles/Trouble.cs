using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query.Troubles;

// One thing that is wrong, before it is known where in which tree it shows.
sealed record Trouble(string Kind, string Text, LabelSet Labels, long Milliseconds)
{
    public int Count { get; init; } = 1;

    // How often it began again; only one of a thing's troubles says so.
    public int Restarts { get; init; }

    // What it happened to; 0 when only labels are known.
    public long Entity { get; init; }

    public string? Happening { get; init; }

    public Culprit? Culprit { get; init; }

    // Of a stale agent: whatever it measures is concerned.
    public string? AgentId { get; init; }

    public Mark ToMark(string node, IReadOnlyList<string> path) => new(Kind, Count, Text, Milliseconds, node, path, Happening, Culprit);
}
