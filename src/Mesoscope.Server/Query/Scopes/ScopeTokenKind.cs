namespace Mesoscope.Server.Query.Scopes;

enum ScopeTokenKind
{
    Word,
    Quoted,
    Open,
    Close,
    Comma,
    End,
}
