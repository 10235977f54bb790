using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>The time since this field was last taken, so in a format since the line before; 0 for the first.</summary>
sealed class DeltaField(NanosecondsPart part) : Field
{
    ulong _previous;

    /// <inheritdoc/>
    public override bool IsStateful => true;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        var now = context.Event.Timestamp;
        value.Number = _previous == 0 ? 0 : NanosecondsField.Take(now - _previous, part);
        _previous = now;
        return true;
    }

    /// <summary>Appends 0: documents take a field twice for each event, and the second time nothing has passed.</summary>
    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output)
    {
        _previous = context.Event.Timestamp;
        output.Append((byte)'0');
        return true;
    }
}
