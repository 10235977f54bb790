namespace Mesoscope.Containers.Docker;

/// <summary>How a runtime answered.</summary>
enum ReplyKind
{
    /// <summary>With a document.</summary>
    Found,

    /// <summary>It does not know what was asked for.</summary>
    NotFound,

    /// <summary>Its socket is not there or refuses.</summary>
    Unreachable,

    /// <summary>Not in time.</summary>
    Slow,

    /// <summary>With something that cannot be an answer: no JSON, too long, cut off, another status.</summary>
    Nonsense,
}
