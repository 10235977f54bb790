namespace Mesoscope.Query.Filters.Syntax;

/// <summary>A part of a filter that is true or false of an event. Immutable.</summary>
/// <param name="Position">Index in the text of the part's first character.</param>
public abstract record FilterNode(int Position);
