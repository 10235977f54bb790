namespace Mesoscope.Query.Filters.Syntax;

/// <summary>A field, such as <c>proc.name</c>; on the right-hand side written <c>val(proc.name)</c>.</summary>
/// <param name="Position">Index in the text of the field's first character.</param>
/// <param name="Name">The field with its argument.</param>
public sealed record FieldOperand(int Position, string Name) : FilterOperand(Position);
