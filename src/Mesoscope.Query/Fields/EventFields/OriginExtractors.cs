using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Where an event comes from.</summary>
static class OriginExtractors
{
    const int AsyncNameIndex = 1;

    /// <summary>No event has it.</summary>
    public static bool Nothing(EventContext context, ref FieldValue value) => false;

    /// <summary>The name of the source.</summary>
    public static bool Source(EventContext context, ref FieldValue value)
    {
        value.Bytes = "syscall"u8;
        return context.Event.Info.Kind != EventKind.Plugin;
    }

    /// <summary>Whether a capture program made the event.</summary>
    public static bool IsAsync(EventContext context, ref FieldValue value)
    {
        value.Number = context.Event.Info.Kind == EventKind.Metaevent ? 1u : 0u;
        return true;
    }

    /// <summary>The name of the machine.</summary>
    public static bool HostName(EventContext context, ref FieldValue value)
    {
        value.Bytes = context.Machine.Info?.HostName ?? [];
        return value.Bytes.Length > 0;
    }

    /// <summary>The kind of an event that a capture program made.</summary>
    public static bool AsyncType(EventContext context, ref FieldValue value)
    {
        var info = context.Event.Info;
        value.Bytes = info.Type == EventType.AsynceventEnter ? context.Event.Text(AsyncNameIndex) : info.Utf8;
        return info.Kind == EventKind.Metaevent;
    }
}
