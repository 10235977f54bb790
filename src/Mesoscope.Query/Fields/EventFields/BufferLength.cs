using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>How many bytes a call moved, for all calls or some of them.</summary>
static class BufferLength
{
    const EventCategory AnyIo = (EventCategory)32;

    /// <summary>Any call on a descriptor.</summary>
    public static bool Any(EventContext context, ref FieldValue value) => IsIo(context) && Take(context, ref value);

    /// <summary>Reads.</summary>
    public static bool In(EventContext context, ref FieldValue value) => IsRead(context) && Take(context, ref value);

    /// <summary>Writes.</summary>
    public static bool Out(EventContext context, ref FieldValue value) => IsWrite(context) && Take(context, ref value);

    /// <summary>Any call on a file.</summary>
    public static bool File(EventContext context, ref FieldValue value) => IsIo(context) && IsFile(context) && Take(context, ref value);

    /// <summary>Reads of files.</summary>
    public static bool FileIn(EventContext context, ref FieldValue value) => IsRead(context) && IsFile(context) && Take(context, ref value);

    /// <summary>Writes of files.</summary>
    public static bool FileOut(EventContext context, ref FieldValue value) => IsWrite(context) && IsFile(context) && Take(context, ref value);

    /// <summary>Any call on an IP socket.</summary>
    public static bool Net(EventContext context, ref FieldValue value) => IsIo(context) && IsNet(context) && Take(context, ref value);

    /// <summary>Reads of IP sockets.</summary>
    public static bool NetIn(EventContext context, ref FieldValue value) => IsRead(context) && IsNet(context) && Take(context, ref value);

    /// <summary>Writes of IP sockets.</summary>
    public static bool NetOut(EventContext context, ref FieldValue value) => IsWrite(context) && IsNet(context) && Take(context, ref value);

    static bool IsIo(EventContext context) => (context.Event.Info.Category & AnyIo) != 0;

    static bool IsRead(EventContext context) => context.Event.Info.Category == EventCategory.IoRead;

    static bool IsWrite(EventContext context) => context.Event.Info.Category == EventCategory.IoWrite;

    static bool IsFile(EventContext context) => context.Descriptor?.Type is DescriptorType.File or DescriptorType.FileV2;

    static bool IsNet(EventContext context) => context.Descriptor?.Type is >= DescriptorType.IPv4Socket and <= DescriptorType.IPv6Server;

    static bool Take(EventContext context, ref FieldValue value)
    {
        value.Number = context.Event.UInt64(0);
        return context.Descriptor is not null && !context.Event.Info.IsEnter && (long)value.Number >= 0;
    }
}
