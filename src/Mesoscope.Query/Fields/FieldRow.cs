using Mesoscope.Events.Schema;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Fields;

/// <summary>One row of a class's table: what the field is and how its value is taken.</summary>
sealed class FieldRow(FieldInfo info, FieldExtractor extract)
{
    /// <summary>What the field is.</summary>
    public FieldInfo Info { get; } = info;

    /// <summary>Takes the value.</summary>
    public FieldExtractor Extract { get; } = extract;

    /// <summary>True when output leaves unprintable characters out (filters still see them).</summary>
    public bool IsCleaned { get; init; }

    /// <summary>True when taking the value changes what the next taking gives.</summary>
    public bool IsStateful { get; init; }

    /// <summary>Makes the field's own comparison; null, or null from it, for the usual one.</summary>
    public Func<FieldScratch, FilterOperator, IReadOnlyList<string>, Machine.IEventFilter?>? Compare { get; init; }

    /// <summary>A text.</summary>
    public static FieldRow Text(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.CharBuf, PrintFormat.None, description), extract);

    /// <summary>An identifier: a signed number that is never summed.</summary>
    public static FieldRow Id(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.Int64, PrintFormat.Id, description), extract);

    /// <summary>A number in decimal.</summary>
    public static FieldRow Number(string name, ParameterType type, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, type, PrintFormat.Decimal, description), extract);

    /// <summary>A value that is true or false.</summary>
    public static FieldRow Bool(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.Bool, PrintFormat.None, description), extract);
}
