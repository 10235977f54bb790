namespace Mesoscope.Query.Fields.EventFields;

/// <summary>A family of fields of events that is a table of rows, made when it is first asked for.</summary>
abstract class EventFieldClass : FieldClass
{
    EventFieldRow[]? _rows;
    FieldInfo[]? _fields;

    /// <inheritdoc/>
    public sealed override string Name => "evt";

    /// <inheritdoc/>
    public sealed override IReadOnlyList<FieldInfo> Fields => _fields ??= Array.ConvertAll(Rows, static row => row.Info);

    EventFieldRow[] Rows => _rows ??= CreateRows();

    /// <inheritdoc/>
    public sealed override Field Bind(FieldInfo info, string text, string? argument, FieldSession session)
    {
        var row = Array.Find(Rows, row => ReferenceEquals(row.Info, info)) ?? throw new ArgumentException($"{info.Name} is of another class", nameof(info));
        return row.Create(new EventFieldRequest(info, text, argument), session);
    }

    /// <summary>The rows in the order of the list.</summary>
    protected abstract EventFieldRow[] CreateRows();
}
