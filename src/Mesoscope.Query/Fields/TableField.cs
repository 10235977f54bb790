using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields;

/// <summary>A bound field whose value a row of a table takes.</summary>
sealed class TableField(FieldRow row, FieldScratch scratch) : Field
{
    readonly FieldExtractor _extract = row.Extract;
    readonly bool _isText = row.Info.Type == ParameterType.CharBuf;
    readonly bool _isCleaned = row.IsCleaned;
    Utf8Writer? _cleaned;

    /// <inheritdoc/>
    public override bool IsStateful => row.IsStateful;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value) => _extract(context, scratch, ref value);

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        var value = new FieldValue { Type = Info.Type, Format = Info.Format };
        if (!_extract(context, scratch, ref value))
        {
            return false;
        }

        if (_isCleaned)
        {
            PrintableText.AppendSanitized(output, value.Bytes);
        }
        else if (_isText)
        {
            output.Append(value.Bytes);
        }
        else
        {
            ValueText.Append(output, value);
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output)
    {
        var value = new FieldValue { Type = Info.Type, Format = Info.Format };
        if (!_extract(context, scratch, ref value))
        {
            return false;
        }

        if (_isCleaned)
        {
            _cleaned ??= new Utf8Writer();
            _cleaned.Clear();
            PrintableText.AppendSanitized(_cleaned, value.Bytes);
            value.Bytes = _cleaned.Written;
        }

        ValueJson.Append(output, value);
        return true;
    }

    /// <inheritdoc/>
    public override IEventFilter? Compare(FilterOperator operation, IReadOnlyList<string> operands) =>
        row.Compare?.Invoke(scratch, operation, operands);
}
