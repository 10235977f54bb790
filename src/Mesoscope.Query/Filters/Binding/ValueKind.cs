namespace Mesoscope.Query.Filters.Binding;

/// <summary>How values of a type compare.</summary>
public enum ValueKind
{
    /// <summary>Not at all: there is only <c>exists</c>.</summary>
    None,

    /// <summary>As numbers without a sign.</summary>
    Unsigned,

    /// <summary>As numbers with a sign.</summary>
    Signed,

    /// <summary>As floating-point numbers.</summary>
    Floating,

    /// <summary>As texts, byte by byte.</summary>
    Text,

    /// <summary>As byte strings.</summary>
    Bytes,

    /// <summary>As an IP address with another.</summary>
    Address,

    /// <summary>As an IP address with a network that it may lie in.</summary>
    Network,
}
