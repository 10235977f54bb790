using Mesoscope.Events;
using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.res</c>: <c>SUCCESS</c> or the error's name.</summary>
sealed class ResultField : Field
{
    readonly Utf8Writer _text = new(32);

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (!ResultExtractors.TryFind(context.Event, out var result))
        {
            return false;
        }

        if (result >= 0)
        {
            value.Bytes = "SUCCESS"u8;
            return true;
        }

        var name = ErrnoNames.Get(-(int)result);
        if (name.Length == 0)
        {
            _text.Clear();
            _text.AppendDecimal(result);
            name = _text.Written;
        }

        value.Bytes = name;
        return true;
    }
}
