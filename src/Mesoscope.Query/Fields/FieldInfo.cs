using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields;

/// <summary>What <c>-l</c> says of a field, and how its text reads.</summary>
/// <param name="Name">Full name, such as <c>proc.name</c>.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Format">How a number is written.</param>
/// <param name="Description">One paragraph in our own words.</param>
public sealed record FieldInfo(string Name, ParameterType Type, PrintFormat Format, string Description)
{
    /// <summary>Whether the name can, must or must not be followed by an argument.</summary>
    public FieldArgument Argument { get; init; }

    /// <summary>True for fields that only filters may use.</summary>
    public bool IsFilterOnly { get; init; }

    /// <summary>True for fields that only formats may use.</summary>
    public bool IsPrintOnly { get; init; }

    /// <summary>True for fields that work but are made for views and not listed by <c>-l</c>.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>True for fields that exist in this program and not in sysdig 0.29.3; listed behind the others of their class.</summary>
    public bool IsAddition { get; init; }
}
