using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Storage;

/// <summary>Something that happened, as it is stored.</summary>
public sealed record HappeningRecord
{
    /// <summary>What the server calls it: the same happening from the same agent has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>When, milliseconds since 1970 by the server's clock.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>A word of <see cref="Samples.Happenings.HappeningKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>0 emergency … 7 debug, as in RFC 5424.</summary>
    public required uint Severity { get; init; }

    /// <summary>The entity that it happened to; 0 when that is known by labels only.</summary>
    public required long Entity { get; init; }

    /// <summary>The entity's names at that time, and what else is known.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>One line for people.</summary>
    public required string Text { get; init; }

    /// <summary>Failed system calls before the end, oldest first.</summary>
    public IReadOnlyList<FailedCall> FailedCalls { get; init; } = [];
}
