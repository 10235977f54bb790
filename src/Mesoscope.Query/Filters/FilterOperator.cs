namespace Mesoscope.Query.Filters;

/// <summary>The comparison operators of the filter language.</summary>
public enum FilterOperator
{
    /// <summary><c>exists</c></summary>
    Exists,

    /// <summary><c>=</c>, <c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>contains</c></summary>
    Contains,

    /// <summary><c>icontains</c>: without regard to ASCII case.</summary>
    ContainsIgnoreCase,

    /// <summary><c>bcontains</c>: the operand is hexadecimal bytes.</summary>
    ContainsBytes,

    /// <summary><c>startswith</c></summary>
    StartsWith,

    /// <summary><c>bstartswith</c>: the operand is hexadecimal bytes.</summary>
    StartsWithBytes,

    /// <summary><c>endswith</c></summary>
    EndsWith,

    /// <summary><c>glob</c></summary>
    Glob,

    /// <summary><c>iglob</c>: without regard to ASCII case.</summary>
    GlobIgnoreCase,

    /// <summary><c>regex</c>: the whole value matches.</summary>
    Regex,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>intersects</c></summary>
    Intersects,

    /// <summary><c>pmatch</c>: the value is one of the paths or lies below one.</summary>
    PathMatch,
}
