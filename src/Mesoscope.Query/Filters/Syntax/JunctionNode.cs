namespace Mesoscope.Query.Filters.Syntax;

/// <summary>Two or more parts joined by <c>and</c>, or by <c>or</c>.</summary>
/// <param name="Position">Index in the text of the first part.</param>
/// <param name="IsConjunction">True for <c>and</c>.</param>
/// <param name="Children">The parts in the order of the text; two at least.</param>
public sealed record JunctionNode(int Position, bool IsConjunction, IReadOnlyList<FilterNode> Children) : FilterNode(Position);
