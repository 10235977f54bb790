namespace Mesoscope.Query.Filters.Syntax;

/// <summary>A field seen through a transformer, such as <c>tolower(proc.name)</c>.</summary>
/// <param name="Position">Index in the text of the transformer's name.</param>
/// <param name="Transformer">What is done to the value.</param>
/// <param name="Inner">Whose value: a field or another transformed one.</param>
public sealed record TransformedOperand(int Position, FilterTransformer Transformer, FilterOperand Inner) : FilterOperand(Position);
