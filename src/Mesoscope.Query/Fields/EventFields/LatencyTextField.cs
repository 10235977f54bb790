using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.latency.human</c>: the latency in the unit that suits its size.</summary>
sealed class LatencyTextField : Field
{
    readonly Utf8Writer _text = new(32);

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (!NanosecondsField.Latency(context, out var nanoseconds))
        {
            return false;
        }

        // Events without a thread repeat the text of the event before, as these lines always did.
        if (context.OwnThread is not null)
        {
            _text.Clear();
            DurationText.Append(_text, nanoseconds);
        }

        value.Bytes = _text.Written;
        return true;
    }
}
