using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.buffer</c>: the data that a call read or wrote. Filters see the bytes, lines the text in the style asked for.</summary>
sealed class BufferField(ParameterText parameters) : Field
{
    readonly ParameterFinder _finder = new("data");
    readonly Utf8Writer _text = new();

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        var index = _finder.Find(context.Event);
        if ((uint)index >= (uint)context.Event.ParameterCount)
        {
            return false;
        }

        value.Bytes = context.Event.Parameter(index);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        var index = _finder.Find(context.Event);
        if ((uint)index >= (uint)context.Event.ParameterCount)
        {
            return false;
        }

        parameters.Append(output, context, index, ParameterForm.Plain);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output)
    {
        _text.Clear();
        if (!TryAppend(context, _text))
        {
            return false;
        }

        JsonText.AppendString(output, _text.Written);
        return true;
    }
}
