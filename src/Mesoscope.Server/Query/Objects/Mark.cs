namespace Mesoscope.Server.Query.Objects;

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">A word of docs/api.md, such as <c>port-conflict</c>.</param>
/// <param name="Count">How often it happened in the last 10 minutes, or how many things it concerns.</param>
/// <param name="Text">One line for people.</param>
/// <param name="TimeMs">When, the newest time; milliseconds since 1970.</param>
/// <param name="Node">Id of the deepest node of the tree that it belongs to; empty outside of trees.</param>
/// <param name="Path">What that node and those above it are called, from the top; empty outside of trees.</param>
/// <param name="Happening">Id of the newest happening behind it; null when it follows from what is measured.</param>
/// <param name="Culprit">Who is to blame; null when nobody is known to be.</param>
public sealed record Mark(string Kind, int Count, string Text, long TimeMs, string Node, IReadOnlyList<string> Path, string? Happening, Culprit? Culprit);
