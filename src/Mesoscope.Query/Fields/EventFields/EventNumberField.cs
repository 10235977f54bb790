using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.num</c>: stands at the beginning of nearly every line, so it takes no detour.</summary>
sealed class EventNumberField : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        value.Number = (ulong)context.Event.Number;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        output.AppendDecimal(context.Event.Number);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output) => TryAppend(context, output);
}
