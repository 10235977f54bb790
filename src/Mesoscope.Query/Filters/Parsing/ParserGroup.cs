using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Parsing;

/// <summary>What the parser has seen so far of one pair of parentheses, or of the whole text.</summary>
sealed class ParserGroup(int position, int openingPosition, bool isNegated)
{
    readonly List<FilterNode> _alternatives = [];
    List<FilterNode> _terms = [];

    /// <summary>Where the group begins, a <c>not</c> before it included.</summary>
    internal int Position => position;

    /// <summary>Where its parenthesis is.</summary>
    internal int OpeningPosition => openingPosition;

    internal bool IsNegated => isNegated;

    /// <summary>True when the last connective was <c>and</c>, false when it was <c>or</c>, null when there was none.</summary>
    internal bool? LastConnective { get; set; }

    internal void Add(FilterNode node) => _terms.Add(node);

    internal void Connect(bool isConjunction)
    {
        LastConnective = isConjunction;
        if (!isConjunction)
        {
            _alternatives.Add(Join(_terms, isConjunction: true));
            _terms = [];
        }
    }

    internal FilterNode ToNode()
    {
        if (_alternatives.Count == 0)
        {
            return Join(_terms, isConjunction: true);
        }

        _alternatives.Add(Join(_terms, isConjunction: true));
        return Join(_alternatives, isConjunction: false);
    }

    static FilterNode Join(List<FilterNode> nodes, bool isConjunction) =>
        nodes.Count == 1 ? nodes[0] : new JunctionNode(nodes[0].Position, isConjunction, nodes);
}
