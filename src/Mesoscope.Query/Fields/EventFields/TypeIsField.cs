using System.Globalization;
using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>
/// <c>evt.type.is</c>: 1 for events of a type, otherwise 0. A name stands for the first type that has it and the number after that,
/// its exit; a number stands for itself.
/// </summary>
sealed class TypeIsField(int first, int second) : Field
{
    const int None = -1;

    /// <summary>Binds the field.</summary>
    public static Field Create(EventFieldRequest request, FieldSession session)
    {
        var argument = request.Argument ?? "";
        if (ushort.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new TypeIsField(number, None) { Info = request.Info, Text = request.Text };
        }

        return EventSchema.FindFirst(Encoding.UTF8.GetBytes(argument)) is { } type
            ? new TypeIsField((int)type, (int)type + 1) { Info = request.Info, Text = request.Text }
            : throw new FieldException($"there is no event type '{argument}', as '{request.Text}' asks for; 'mesoscope trace -L' lists the types");
    }

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        var type = (int)context.Event.Type;
        value.Number = type == first || type == second ? 1u : 0u;
        return true;
    }

    /// <summary>Filters see the number; lines never showed it.</summary>
    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output) => false;

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output) => false;
}
