namespace Mesoscope.Query.Filters.Syntax;

/// <summary><c>not</c> and what it negates.</summary>
/// <param name="Position">Index in the text of <c>not</c>.</param>
/// <param name="Child">What is negated.</param>
public sealed record NegationNode(int Position, FilterNode Child) : FilterNode(Position);
