using System.Globalization;
using System.Text;

namespace Mesoscope.Query.Fields;

/// <summary>A family of fields that is a table of rows. The table is made when it is first asked for.</summary>
abstract class TableFieldClass : FieldClass
{
    FieldRow[]? _rows;
    FieldInfo[]? _fields;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<FieldInfo> Fields => _fields ??= Array.ConvertAll(Rows, static row => row.Info);

    FieldRow[] Rows => _rows ??= CreateRows();

    /// <inheritdoc/>
    public sealed override Field Bind(FieldInfo info, string text, string? argument, FieldSession session)
    {
        var row = Rows[Array.IndexOf(_fields!, info)];
        session.TracksSpans |= row.TracksSpans;
        var scratch = new FieldScratch(session);
        if (argument is not null)
        {
            BindArgument(row, text, argument, scratch);
        }

        return new TableField(row, scratch) { Info = info, Text = text };
    }

    /// <summary>The rows in the order of the list.</summary>
    protected abstract FieldRow[] CreateRows();

    /// <summary>Keeps a field's argument in its scratch. By default a number becomes an index and anything else a name.</summary>
    /// <exception cref="FieldException">The argument does not suit the field.</exception>
    protected virtual void BindArgument(FieldRow row, string text, string argument, FieldScratch scratch)
    {
        if (int.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            scratch.ArgumentIndex = index;
        }
        else if (row.IsIndexed)
        {
            throw new FieldException($"'{argument}' in '{text}' is not a number");
        }
        else
        {
            scratch.ArgumentName = Encoding.UTF8.GetBytes(argument);
        }
    }
}
