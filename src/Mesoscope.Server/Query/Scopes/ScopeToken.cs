namespace Mesoscope.Server.Query.Scopes;

// A piece of a scope's text; Text is without quotes and escapes.
readonly record struct ScopeToken(ScopeTokenKind Kind, string Text, int Position)
{
    public bool IsValue => Kind is ScopeTokenKind.Word or ScopeTokenKind.Quoted;

    public bool IsWord(string word) => Kind == ScopeTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Kind switch
    {
        ScopeTokenKind.End => "the end",
        ScopeTokenKind.Quoted => $"\"{Text}\"",
        _ => $"'{Text}'",
    };
}
