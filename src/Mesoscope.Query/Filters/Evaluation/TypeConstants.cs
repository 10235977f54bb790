using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>The fields whose value follows from the event's type.</summary>
static class TypeConstants
{
    internal static TypeConstant Of(string fieldName) => fieldName switch
    {
        "evt.type" => TypeConstant.Name,
        "evt.dir" => TypeConstant.Direction,
        "evt.is_io" => TypeConstant.IsIo,
        "evt.is_io_read" => TypeConstant.IsIoRead,
        "evt.is_io_write" => TypeConstant.IsIoWrite,
        "evt.is_wait" => TypeConstant.IsWait,
        _ => TypeConstant.None,
    };

    /// <summary>The text for a type; false when the type alone does not tell.</summary>
    internal static bool TryGetText(TypeConstant constant, EventType type, out ReadOnlySpan<byte> text)
    {
        var info = EventSchema.Get(type);
        text = constant == TypeConstant.Direction ? (info.IsEnter ? ">"u8 : "<"u8) : info.Utf8;
        return constant == TypeConstant.Direction || (constant == TypeConstant.Name && !info.IsGeneric);
    }

    /// <summary>The boolean for a type; null when the type alone does not tell.</summary>
    internal static bool? GetBoolean(TypeConstant constant, EventType type)
    {
        var info = EventSchema.Get(type);
        var flags = constant switch
        {
            TypeConstant.IsIo => EventFlags.ReadsFromFd | EventFlags.WritesToFd,
            TypeConstant.IsIoRead => EventFlags.ReadsFromFd,
            TypeConstant.IsIoWrite => EventFlags.WritesToFd,
            TypeConstant.IsWait => EventFlags.Waits,
            _ => EventFlags.None,
        };
        return flags == EventFlags.None || info.IsGeneric ? null : (info.Flags & flags) != 0;
    }
}
