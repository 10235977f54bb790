using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>
/// <c>evt.args</c> and <c>evt.info</c>: all parameters in one text, which ends with a blank. Events that stand for any system call
/// have none worth showing. <c>evt.info</c> shows messages to syslog decoded.
/// </summary>
sealed class ArgumentsField(bool decodesMessages, ParameterText parameters) : Field
{
    readonly Utf8Writer _text = new();

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        _text.Clear();
        TryAppend(context, _text);
        value.Bytes = _text.Written;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        if (decodesMessages && context.Descriptor is not null && SyslogText.TryAppend(output, context))
        {
            return true;
        }

        if (!context.Event.Info.IsGeneric)
        {
            parameters.AppendAll(output, context);
        }

        return true;
    }
}
