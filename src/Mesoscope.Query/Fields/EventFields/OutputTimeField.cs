using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.outputtime</c>: the time in the form that <c>-t</c> asks for; in JSON the nanoseconds since 1970.</summary>
sealed class OutputTimeField(char style, TimeText time) : Field
{
    readonly Utf8Writer _text = new(64);
    ulong _previous;

    /// <inheritdoc/>
    public override bool IsStateful => style == 'D';

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
        switch (style)
        {
            case 'a':
                AppendAbsolute(output, timestamp);
                break;
            case 'r':
                TimeText.AppendSeconds(output, timestamp - context.Machine.FirstEventTime);
                break;
            case 'd':
                TimeText.AppendSeconds(output, context.OwnThread?.Latency ?? 0);
                break;
            case 'D':
                TimeText.AppendSeconds(output, _previous == 0 ? 0 : timestamp - _previous);
                _previous = timestamp;
                break;
            default:
                time.AppendTime(output, timestamp, withFraction: true);
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

    /// <summary>Seconds since 1970 and the nanoseconds beyond, which have no leading zeros in this form.</summary>
    static void AppendAbsolute(Utf8Writer output, ulong timestamp)
    {
        output.AppendDecimal(timestamp / TimeText.NanosecondsPerSecond);
        output.Append((byte)'.');
        output.AppendDecimal(timestamp % TimeText.NanosecondsPerSecond);
    }
}
