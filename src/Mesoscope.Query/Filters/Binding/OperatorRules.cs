using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Which operators are defined for which kinds of values.</summary>
static class OperatorRules
{
    const FilterOperatorSet Equality = FilterOperatorSet.Equal | FilterOperatorSet.NotEqual | FilterOperatorSet.In
        | FilterOperatorSet.Intersects | FilterOperatorSet.Exists;

    const FilterOperatorSet Order = FilterOperatorSet.Less | FilterOperatorSet.LessOrEqual | FilterOperatorSet.Greater
        | FilterOperatorSet.GreaterOrEqual;

    const FilterOperatorSet Parts = FilterOperatorSet.Contains | FilterOperatorSet.StartsWith | FilterOperatorSet.EndsWith;

    /// <summary>Says why an operator does not suit a kind; null when it does.</summary>
    internal static string? Explain(ValueKind kind, FilterOperator operation, string field)
    {
        var allowed = Allowed(kind);
        if ((allowed & Set(operation)) != 0)
        {
            return null;
        }

        var words = FilterWords.Operators.Where(entry => (allowed & Set(entry.Operation)) != 0).Select(static entry => entry.Text);
        return $"'{FilterWords.Text(operation)}' is not defined for {Describe(kind)} such as {field}; expected one of {string.Join(", ", words)}";
    }

    internal static string Describe(ValueKind kind) => kind switch
    {
        ValueKind.Unsigned or ValueKind.Signed or ValueKind.Floating => "a number",
        ValueKind.Text => "a text",
        ValueKind.Bytes => "a byte buffer",
        ValueKind.Address => "an IP address",
        ValueKind.Network => "an IP network",
        _ => "a value of several parts",
    };

    static FilterOperatorSet Set(FilterOperator operation) => (FilterOperatorSet)(1 << (int)operation);

    static FilterOperatorSet Allowed(ValueKind kind) => kind switch
    {
        ValueKind.Unsigned or ValueKind.Signed or ValueKind.Floating => Equality | Order,
        ValueKind.Text => Equality | Order | Parts | FilterOperatorSet.ContainsIgnoreCase | FilterOperatorSet.Glob
            | FilterOperatorSet.GlobIgnoreCase | FilterOperatorSet.Regex | FilterOperatorSet.PathMatch,
        ValueKind.Bytes => Equality | Parts | FilterOperatorSet.ContainsBytes | FilterOperatorSet.StartsWithBytes,
        ValueKind.Address or ValueKind.Network => Equality,
        _ => FilterOperatorSet.Exists,
    };
}
