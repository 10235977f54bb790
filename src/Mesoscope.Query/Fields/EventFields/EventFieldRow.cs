using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>One row of a table of fields: what the field is, and how it is bound.</summary>
/// <param name="Info">What the field is.</param>
/// <param name="Create">Binds it.</param>
sealed record EventFieldRow(FieldInfo Info, EventFieldFactory Create)
{
    /// <summary>A text.</summary>
    public static EventFieldRow Text(string name, string description, EventFieldFactory create) =>
        new(new FieldInfo(name, ParameterType.CharBuf, PrintFormat.None, description), create);

    /// <summary>A value that is true or false.</summary>
    public static EventFieldRow Bool(string name, string description, EventExtractor extract) =>
        Value(name, ParameterType.Bool, PrintFormat.None, description, extract);

    /// <summary>A number in decimal that is either one or absent, made for counting.</summary>
    public static EventFieldRow Count(string name, string description, EventExtractor extract) =>
        Value(name, ParameterType.UInt32, PrintFormat.Decimal, description, extract);

    /// <summary>A value that an extractor takes.</summary>
    public static EventFieldRow Value(string name, ParameterType type, PrintFormat format, string description, EventExtractor extract) =>
        new(
            new FieldInfo(name, type, format, description),
            (request, _) => new ExtractedField(extract) { Info = request.Info, Text = request.Text });

    /// <summary>The row for a field that must have an argument.</summary>
    public EventFieldRow WithArgument() => this with { Info = Info with { Argument = FieldArgument.Required } };

    /// <summary>The row for a field that is made for views.</summary>
    public EventFieldRow AsUnlisted() => this with { Info = Info with { IsUnlisted = true } };

    /// <summary>The row for a field that sysdig 0.29.3 does not have.</summary>
    public EventFieldRow AsAddition() => this with { Info = Info with { IsAddition = true } };
}
