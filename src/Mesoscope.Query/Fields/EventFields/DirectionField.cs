using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.dir</c>.</summary>
sealed class DirectionField : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        value.Bytes = IsEnter(context) ? ">"u8 : "<"u8;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        output.Append(IsEnter(context) ? (byte)'>' : (byte)'<');
        return true;
    }

    static bool IsEnter(EventContext context) => ((int)context.Event.Type & 1) == 0;
}
