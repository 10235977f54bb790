using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.type</c>: the event's name, or that of the system call which has no event type of its own.</summary>
sealed class EventTypeField : Field
{
    /// <summary>The name of an event.</summary>
    public static byte[] NameOf(Event current) =>
        current.Info.IsGeneric ? EventSchema.GetSyscall((ushort)current.UInt32(0)).Utf8 : current.Info.Utf8;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        value.Bytes = NameOf(context.Event);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        output.Append(NameOf(context.Event));
        return true;
    }
}
