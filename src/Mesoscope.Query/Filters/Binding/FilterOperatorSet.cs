namespace Mesoscope.Query.Filters.Binding;

/// <summary>Several operators; the bit numbers are those of <see cref="FilterOperator"/>.</summary>
[Flags]
enum FilterOperatorSet
{
    None = 0,
    Exists = 1 << FilterOperator.Exists,
    Equal = 1 << FilterOperator.Equal,
    NotEqual = 1 << FilterOperator.NotEqual,
    Less = 1 << FilterOperator.Less,
    LessOrEqual = 1 << FilterOperator.LessOrEqual,
    Greater = 1 << FilterOperator.Greater,
    GreaterOrEqual = 1 << FilterOperator.GreaterOrEqual,
    Contains = 1 << FilterOperator.Contains,
    ContainsIgnoreCase = 1 << FilterOperator.ContainsIgnoreCase,
    ContainsBytes = 1 << FilterOperator.ContainsBytes,
    StartsWith = 1 << FilterOperator.StartsWith,
    StartsWithBytes = 1 << FilterOperator.StartsWithBytes,
    EndsWith = 1 << FilterOperator.EndsWith,
    Glob = 1 << FilterOperator.Glob,
    GlobIgnoreCase = 1 << FilterOperator.GlobIgnoreCase,
    Regex = 1 << FilterOperator.Regex,
    In = 1 << FilterOperator.In,
    Intersects = 1 << FilterOperator.Intersects,
    PathMatch = 1 << FilterOperator.PathMatch,
}
