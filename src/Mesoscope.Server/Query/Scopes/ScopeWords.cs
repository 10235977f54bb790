namespace Mesoscope.Server.Query.Scopes;

// The operators' words; of several that fit the first counts, so longer ones stand before those that they begin with.
static class ScopeWords
{
    public const string And = "and";

    public static readonly (string[] Words, ScopeOperator Operator)[] Operators =
    [
        (["is", "not"], ScopeOperator.IsNot),
        (["is"], ScopeOperator.Is),
        (["not", "in"], ScopeOperator.NotIn),
        (["in"], ScopeOperator.In),
        (["does", "not", "contain"], ScopeOperator.DoesNotContain),
        (["contains"], ScopeOperator.Contains),
        (["starts", "with"], ScopeOperator.StartsWith),
    ];

    static readonly HashSet<string> s_reserved =
        new(Operators.SelectMany(static o => o.Words).Append(And), StringComparer.OrdinalIgnoreCase);

    public static string Text(ScopeOperator operation) => string.Join(' ', Operators.First(o => o.Operator == operation).Words);

    // A value as it can be read again: a word when it is one, in quotes otherwise.
    public static string Quote(string value) =>
        value.Length > 0 && !value.Any(static c => ScopeLexer.EndsWord(c) || c == '\\' || char.IsControl(c)) && !s_reserved.Contains(value)
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
