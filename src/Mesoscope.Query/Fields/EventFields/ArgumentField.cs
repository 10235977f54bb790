using System.Globalization;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.arg</c>: one parameter, by name or by index, as what it stands for where that is known.</summary>
sealed class ArgumentField : Field
{
    readonly ParameterFinder? _finder;
    readonly int _index;
    readonly ParameterText _parameters;
    readonly Utf8Writer _text = new();

    ArgumentField(ParameterFinder? finder, int index, ParameterText parameters) =>
        (_finder, _index, _parameters) = (finder, index, parameters);

    /// <summary>Binds the field.</summary>
    public static Field Create(EventFieldRequest request, FieldSession session)
    {
        var argument = request.Argument ?? "";
        if (!request.IsIndexed)
        {
            return new ArgumentField(new ParameterFinder(ParameterFinder.Check(request)), -1, session.Parameters) { Info = request.Info, Text = request.Text };
        }

        return int.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? new ArgumentField(null, index, session.Parameters) { Info = request.Info, Text = request.Text }
            : throw new FieldException($"'{argument}' in '{request.Text}' is not a number; parameters count from 0");
    }

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        _text.Clear();
        if (!TryAppend(context, _text))
        {
            return false;
        }

        value.Bytes = _text.Written;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        var index = _finder is null ? _index : _finder.Find(context.Event);
        if ((uint)index >= (uint)context.Event.ParameterCount)
        {
            return false;
        }

        _parameters.Append(output, context, index, ParameterForm.Resolved);
        return true;
    }
}
