namespace Mesoscope.Query.Filters.Syntax;

/// <summary>One side of a check. Immutable.</summary>
/// <param name="Position">Index in the text of the operand's first character.</param>
public abstract record FilterOperand(int Position);
