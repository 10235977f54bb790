using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.category</c>: the kind of work; for reads and writes what they are done on.</summary>
static class CategoryExtractor
{
    /// <summary>Takes the category's name.</summary>
    public static bool Take(EventContext context, ref FieldValue value)
    {
        var info = context.Event.Info;
        var category = info.IsGeneric ? EventSchema.GetSyscall((ushort)context.Event.UInt32(0)).Category : info.Category;
        value.Bytes = category is EventCategory.IoRead or EventCategory.IoWrite or EventCategory.IoOther && !info.IsGeneric
            ? Target(context.Descriptor?.Type ?? DescriptorType.Unknown)
            : Name(category);
        return true;
    }

    static ReadOnlySpan<byte> Target(DescriptorType type) => type switch
    {
        DescriptorType.File or DescriptorType.FileV2 or DescriptorType.Directory => "file"u8,
        >= DescriptorType.IPv4Socket and <= DescriptorType.IPv6Server => "net"u8,
        DescriptorType.Fifo or DescriptorType.UnixSocket or DescriptorType.Event or DescriptorType.Signal or DescriptorType.Inotify => "ipc"u8,
        _ => "unknown"u8,
    };

    static ReadOnlySpan<byte> Name(EventCategory category) => category switch
    {
        EventCategory.Other => "other"u8,
        EventCategory.File => "file"u8,
        EventCategory.Net => "net"u8,
        EventCategory.Ipc => "IPC"u8,
        EventCategory.Memory => "memory"u8,
        EventCategory.Process => "process"u8,
        EventCategory.Sleep => "sleep"u8,
        EventCategory.System => "system"u8,
        EventCategory.Signal => "signal"u8,
        EventCategory.User => "user"u8,
        EventCategory.Time => "time"u8,
        EventCategory.Processing => "processing"u8,
        EventCategory.Wait => "wait"u8,
        EventCategory.Scheduler => "scheduler"u8,
        _ => "unknown"u8,
    };
}
