using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>The time of an event as text; in JSON the nanoseconds since 1970 whatever the form.</summary>
sealed class TimeField(TimeForm form, TimeText time) : Field
{
    readonly Utf8Writer _text = new(64);

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
        var timestamp = context.Event.Timestamp;
        switch (form)
        {
            case TimeForm.Time or TimeForm.TimeSeconds:
                time.AppendTime(output, timestamp, form == TimeForm.Time);
                break;
            case TimeForm.DateTime or TimeForm.DateTimeSeconds:
                time.AppendDateTime(output, timestamp, form == TimeForm.DateTime);
                break;
            default:
                time.AppendIso(output, timestamp);
                break;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output)
    {
        output.AppendDecimal((long)context.Event.Timestamp);
        return true;
    }
}
