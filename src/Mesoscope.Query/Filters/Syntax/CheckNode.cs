namespace Mesoscope.Query.Filters.Syntax;

/// <summary>A comparison, such as <c>fd.sport in (80, 443)</c>.</summary>
/// <param name="Left">The field, perhaps transformed.</param>
/// <param name="OperatorPosition">Index in the text of the operator.</param>
/// <param name="Operation">The operator.</param>
/// <param name="Operands">The right-hand side: none for <c>exists</c>, any number for lists, one for the others.</param>
public sealed record CheckNode(FilterOperand Left, int OperatorPosition, FilterOperator Operation, IReadOnlyList<FilterOperand> Operands)
    : FilterNode(Left.Position);
