using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>What the schema says of an event's type, and simple facts next to it.</summary>
static class FlagExtractors
{
    /// <summary>Reads or writes.</summary>
    public static bool IsIo(EventContext context, ref FieldValue value) => Has(context, EventFlags.ReadsFromFd | EventFlags.WritesToFd, ref value);

    /// <summary>Reads.</summary>
    public static bool IsRead(EventContext context, ref FieldValue value) => Has(context, EventFlags.ReadsFromFd, ref value);

    /// <summary>Writes.</summary>
    public static bool IsWrite(EventContext context, ref FieldValue value) => Has(context, EventFlags.WritesToFd, ref value);

    /// <summary>Waits.</summary>
    public static bool IsWait(EventContext context, ref FieldValue value) => Has(context, EventFlags.Waits, ref value);

    /// <summary>Writes to the system's log.</summary>
    public static bool IsSyslog(EventContext context, ref FieldValue value)
    {
        var isSyslog = (context.Event.Info.Flags & EventFlags.WritesToFd) != 0
            && context.Descriptor is { } descriptor
            && SyslogText.IsLogSocket(descriptor.Name);
        value.Number = isSyslog ? 1u : 0u;
        return true;
    }

    /// <summary>The direction of a read or write as a word.</summary>
    public static bool IoDirection(EventContext context, ref FieldValue value)
    {
        var flags = context.Event.Info.Flags;
        value.Bytes = (flags & EventFlags.WritesToFd) != 0 ? "write"u8 : "read"u8;
        return (flags & (EventFlags.ReadsFromFd | EventFlags.WritesToFd)) != 0;
    }

    /// <summary>How long a call that waits took.</summary>
    public static bool WaitLatency(EventContext context, ref FieldValue value)
    {
        value.Number = context.OwnThread?.Latency ?? 0;
        return !context.Event.Info.IsEnter && (context.Event.Info.Flags & EventFlags.Waits) != 0;
    }

    /// <summary>The name of a system call; scheduler switches and events that only accompany others have none.</summary>
    public static bool SyscallName(EventContext context, ref FieldValue value)
    {
        value.Bytes = EventTypeField.NameOf(context.Event);
        return context.Event.Type != EventType.SchedswitchV6Enter && (context.Event.Info.Flags & EventFlags.SkipsParserReset) == 0;
    }

    /// <summary>1 for every event.</summary>
    public static bool Count(EventContext context, ref FieldValue value)
    {
        value.Number = 1;
        return true;
    }

    /// <summary>1 for exit events.</summary>
    public static bool CountExits(EventContext context, ref FieldValue value)
    {
        value.Number = 1;
        return !context.Event.Info.IsEnter;
    }

    /// <summary>1 for the regular report on a process.</summary>
    public static bool CountProcesses(EventContext context, ref FieldValue value)
    {
        value.Number = 1;
        return context.Event.Type == EventType.ProcinfoEnter && context.Thread is { IsMainThread: true };
    }

    /// <summary>1 for the regular report on a thread.</summary>
    public static bool CountThreads(EventContext context, ref FieldValue value)
    {
        value.Number = 1;
        return context.Event.Type == EventType.ProcinfoEnter;
    }

    /// <summary>The latency on a scale of powers of ten; a line has no width to spread the scale over, so it is always the first step.</summary>
    public static bool QuantizedLatency(EventContext context, ref FieldValue value)
    {
        value.Number = 1;
        return context.OwnThread is { Latency: > 0 } && (context.Event.Info.Category & EventCategory.Internal) == 0;
    }

    static bool Has(EventContext context, EventFlags flags, ref FieldValue value)
    {
        value.Number = (context.Event.Info.Flags & flags) != 0 ? 1u : 0u;
        return true;
    }
}
