using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>How a file was opened.</summary>
static class OpenExtractors
{
    const uint ForReading = 1 << 0;
    const uint ForWriting = 1 << 1;
    const uint Create = 1 << 2;
    const uint Temporary = 1 << 13;
    const uint WasCreated = 1 << 14;
    const uint Executable = (1 << 0) | (1 << 3) | (1 << 6);

    /// <summary>For reading.</summary>
    public static bool IsRead(EventContext context, ref FieldValue value) => Set(ref value, (Flags(context.Event) & ForReading) != 0);

    /// <summary>For writing.</summary>
    public static bool IsWrite(EventContext context, ref FieldValue value) => Set(ref value, (Flags(context.Event) & ForWriting) != 0);

    /// <summary>As a new file that may be executed.</summary>
    public static bool IsExecutable(EventContext context, ref FieldValue value)
    {
        var current = context.Event;
        var isNew = current.Type == EventType.SyscallCreatExit || (Flags(current) & (Create | Temporary)) != 0;
        return Set(ref value, isNew && (current.UInt32(ModeIndex(current.Type)) & Executable) != 0);
    }

    /// <summary>As a file that was not there before.</summary>
    public static bool IsCreated(EventContext context, ref FieldValue value)
    {
        var current = context.Event;
        var flags = current.Info.IsEnter ? 0 : Flags(current);
        return Set(ref value, (flags & WasCreated) != 0 || ((flags & Temporary) != 0 && current.Int64(0) >= 0));
    }

    static bool Set(ref FieldValue value, bool isTrue)
    {
        value.Number = isTrue ? 1u : 0u;
        return true;
    }

    static uint Flags(Event current)
    {
        var index = FlagsIndex(current.Type);
        return index < 0 ? 0 : current.UInt32(index);
    }

    static int FlagsIndex(EventType type) => type switch
    {
        EventType.SyscallOpenExit or EventType.SyscallOpenatEnter or EventType.SyscallOpenByHandleAtExit => 2,
        EventType.SyscallOpenatV2Exit or EventType.SyscallOpenat2Exit => 3,
        _ => -1,
    };

    /// <summary>The mode follows the flags; a call that opens by handle has none.</summary>
    static int ModeIndex(EventType type) => type switch
    {
        EventType.SyscallCreatExit => 2,
        EventType.SyscallOpenByHandleAtExit => -1,
        _ => FlagsIndex(type) + 1,
    };
}
