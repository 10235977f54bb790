namespace Mesoscope.Server.Query.Scopes;

/// <summary>How a check of a scope compares a label with values.</summary>
public enum ScopeOperator
{
    /// <summary>Any label's value contains the text, whatever the case: a value that stands alone.</summary>
    AnyContains,

    /// <summary>Equal; with the value <c>n/a</c>: missing.</summary>
    Is,

    /// <summary>Not equal, or missing.</summary>
    IsNot,

    /// <summary>Equal to one of several.</summary>
    In,

    /// <summary>Equal to none of several, or missing.</summary>
    NotIn,

    /// <summary>The value holds the text somewhere.</summary>
    Contains,

    /// <summary>The value holds the text nowhere, or is missing.</summary>
    DoesNotContain,

    /// <summary>The value begins with the text; of a path, a text that ends in a slash also means the path itself.</summary>
    StartsWith,
}
