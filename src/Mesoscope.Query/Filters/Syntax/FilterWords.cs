namespace Mesoscope.Query.Filters.Syntax;

/// <summary>The words of the language and what they stand for.</summary>
static class FilterWords
{
    /// <summary>
    /// The operators as they are written, a word that another begins with behind it. The first one of an operator is the one that is printed.
    /// </summary>
    internal static readonly (string Text, FilterOperator Operation)[] Operators =
    [
        ("=", FilterOperator.Equal),
        ("!=", FilterOperator.NotEqual),
        ("<=", FilterOperator.LessOrEqual),
        ("<", FilterOperator.Less),
        (">=", FilterOperator.GreaterOrEqual),
        (">", FilterOperator.Greater),
        ("contains", FilterOperator.Contains),
        ("icontains", FilterOperator.ContainsIgnoreCase),
        ("bcontains", FilterOperator.ContainsBytes),
        ("startswith", FilterOperator.StartsWith),
        ("bstartswith", FilterOperator.StartsWithBytes),
        ("endswith", FilterOperator.EndsWith),
        ("glob", FilterOperator.Glob),
        ("iglob", FilterOperator.GlobIgnoreCase),
        ("regex", FilterOperator.Regex),
        ("intersects", FilterOperator.Intersects),
        ("in", FilterOperator.In),
        ("pmatch", FilterOperator.PathMatch),
        ("exists", FilterOperator.Exists),
    ];

    internal static readonly (string Text, FilterTransformer Transformer)[] Transformers =
    [
        ("tolower", FilterTransformer.ToLower),
        ("toupper", FilterTransformer.ToUpper),
        ("b64", FilterTransformer.Base64),
        ("basename", FilterTransformer.BaseName),
        ("len", FilterTransformer.Length),
    ];

    /// <summary>The word that makes a field of a text on the right-hand side.</summary>
    internal const string FieldValue = "val";

    internal static string Text(FilterOperator operation) => Array.Find(Operators, entry => entry.Operation == operation).Text;

    internal static string Text(FilterTransformer transformer) =>
        Array.Find(Transformers, entry => entry.Transformer == transformer).Text;

    internal static bool TryGetTransformer(ReadOnlySpan<char> word, out FilterTransformer transformer)
    {
        foreach (var entry in Transformers)
        {
            if (word.SequenceEqual(entry.Text))
            {
                transformer = entry.Transformer;
                return true;
            }
        }

        transformer = default;
        return false;
    }

    /// <summary>True for operators with a list in parentheses behind them.</summary>
    internal static bool TakesList(FilterOperator operation) =>
        operation is FilterOperator.In or FilterOperator.Intersects or FilterOperator.PathMatch;
}
