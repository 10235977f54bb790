using Mesoscope.Query.Filters.Parsing;

namespace Mesoscope.Query.Filters.Syntax;

/// <summary>A filter as a tree, before its fields are known. Immutable.</summary>
public sealed class FilterSyntax
{
    /// <summary>A tree made of nodes, whose positions then mean nothing, or parsed ones.</summary>
    /// <param name="text">The text that the nodes' positions belong to.</param>
    /// <param name="root">The whole filter.</param>
    public FilterSyntax(string text, FilterNode root)
    {
        Text = text;
        Root = root;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The whole filter.</summary>
    public FilterNode Root { get; }

    /// <summary>Parses a text. Time and memory grow with its length only, however deep its parentheses are.</summary>
    /// <exception cref="FilterException">The text is not a filter.</exception>
    public static FilterSyntax Parse(string text) => new(text, new FilterParser(text).Parse());

    /// <summary>The filter as a text in the usual form, which parses into the same tree.</summary>
    public override string ToString() => FilterPrinter.Print(Root);
}
