namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A piece of a shell pattern.</summary>
readonly record struct GlobToken(GlobTokenKind Kind, byte Literal = 0, bool[]? Members = null)
{
    internal bool Matches(byte value) => Kind switch
    {
        GlobTokenKind.Literal => value == Literal,
        GlobTokenKind.Set => Members![value],
        _ => true,
    };
}
