namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>What a piece of a shell pattern stands for.</summary>
enum GlobTokenKind : byte
{
    /// <summary>One byte.</summary>
    Literal,

    /// <summary>Any one byte.</summary>
    Any,

    /// <summary>Any bytes, also none.</summary>
    Star,

    /// <summary>One byte of a set.</summary>
    Set,
}
