using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Entities;

/// <summary>
/// A thing that is measured, with the names that it had for a span of its life. An entity whose names changed has several of these, one
/// behind the other; all have the same id.
/// </summary>
public sealed record Entity
{
    /// <summary>The end of what has not ended.</summary>
    public const long NeverMilliseconds = long.MaxValue;

    /// <summary>What the server calls it; never given again.</summary>
    public required long Id { get; init; }

    /// <summary>The agent that measures it.</summary>
    public required string AgentId { get; init; }

    /// <summary>What its agent calls it.</summary>
    public ulong Number { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The entity that it is part of; 0 for a host.</summary>
    public required long Parent { get; init; }

    /// <summary>Its names in this span, those of the entities that it is part of included.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>Begin of its life, milliseconds since 1970.</summary>
    public required long BeginMilliseconds { get; init; }

    /// <summary>End of its life, exclusive; <see cref="NeverMilliseconds"/> while it lives.</summary>
    public long EndMilliseconds { get; init; } = NeverMilliseconds;

    /// <summary>From when on it had these names.</summary>
    public required long NamedFromMilliseconds { get; init; }

    /// <summary>Until when it had these names, exclusive; <see cref="NeverMilliseconds"/> for the present ones, the end of its life for the last ones.</summary>
    public long NamedToMilliseconds { get; init; } = NeverMilliseconds;
}
