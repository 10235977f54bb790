using System.Text.Json;

namespace Mesoscope.Server.Query.Objects;

/// <summary>How rows are ordered. Rows without a value come last, whatever the direction.</summary>
/// <param name="Column">Index of a column, or the name of a label (of a tree: <c>label</c>, what is shown).</param>
/// <param name="Descending">True for the largest first; false by default.</param>
public sealed record SortOrder(JsonElement Column, bool Descending = false);
