using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields;

/// <summary>One row of a class's table: what the field is and how its value is taken.</summary>
/// <param name="Info">What the field is.</param>
/// <param name="Extract">Takes the value.</param>
sealed record FieldRow(FieldInfo Info, FieldExtractor Extract)
{
    /// <summary>True when output leaves unprintable characters out (filters still see them).</summary>
    public bool IsCleaned { get; init; }

    /// <summary>True when the argument must be a number; otherwise one that is no number is a name.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>True when taking the value changes what the next taking gives.</summary>
    public bool IsStateful { get; init; }

    /// <summary>True when the field needs the spans that are open; others leave them alone, and what they say of a span's begin is then unknown.</summary>
    public bool TracksSpans { get; init; }

    /// <summary>Makes the field's own comparison; null, or null from it, for the usual one.</summary>
    public FieldComparison? Compare { get; init; }

    /// <summary>A text.</summary>
    public static FieldRow OfText(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.CharBuf, PrintFormat.None, description), extract);

    /// <summary>An identifier: a signed number that is never summed.</summary>
    public static FieldRow OfId(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.Int64, PrintFormat.Id, description), extract);

    /// <summary>A number in decimal.</summary>
    public static FieldRow OfNumber(string name, ParameterType type, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, type, PrintFormat.Decimal, description), extract);

    /// <summary>A value that is true or false.</summary>
    public static FieldRow OfBool(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.Bool, PrintFormat.None, description), extract);

    /// <summary>The row for a field that may have an argument.</summary>
    public FieldRow WithOptionalArgument() => this with { Info = Info with { Argument = FieldArgument.Optional } };

    /// <summary>The row for a field that must have an argument.</summary>
    public FieldRow WithArgument() => this with { Info = Info with { Argument = FieldArgument.Required } };

    /// <summary>The row for a field that is made for views.</summary>
    public FieldRow AsUnlisted() => this with { Info = Info with { IsUnlisted = true } };

    /// <summary>The row for a field that sysdig 0.29.3 does not have.</summary>
    public FieldRow AsAddition() => this with { Info = Info with { IsAddition = true } };
}
