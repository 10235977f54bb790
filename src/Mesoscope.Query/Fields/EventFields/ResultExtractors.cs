using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>What a call returned, and whether that is an error.</summary>
static class ResultExtractors
{
    static readonly ParameterFinder s_result = new("res");
    static readonly ParameterFinder s_descriptor = new("fd");

    /// <summary>The number that a call returned: its result or the descriptor that it made. False when the event has neither.</summary>
    public static bool TryFind(Event current, out long result)
    {
        var index = s_result.Find(current);
        if ((uint)index >= (uint)current.ParameterCount && !current.Info.IsEnter && (current.Info.Flags & EventFlags.CreatesFd) != 0)
        {
            index = s_descriptor.Find(current);
        }

        if ((uint)index >= (uint)current.ParameterCount)
        {
            result = 0;
            return false;
        }

        result = current.Int64(index);
        return true;
    }

    /// <summary>The number itself.</summary>
    public static bool Raw(EventContext context, ref FieldValue value)
    {
        var isThere = TryFind(context.Event, out var result);
        value.Number = (ulong)result;
        return isThere;
    }

    /// <summary>Whether the call failed; false for events that are no returns of calls.</summary>
    public static bool Failed(EventContext context, ref FieldValue value)
    {
        value.Number = HasFailed(context) ? 1u : 0u;
        return true;
    }

    /// <summary>1 for a failed call.</summary>
    public static bool CountErrors(EventContext context, ref FieldValue value)
    {
        value.Number = 1;
        return HasFailed(context);
    }

    /// <summary>1 for a failed call on a file, or one that should have opened a file.</summary>
    public static bool CountFileErrors(EventContext context, ref FieldValue value) =>
        IsFile(context) && CountErrors(context, ref value);

    /// <summary>1 for a failed call on a socket, or one that should have connected one.</summary>
    public static bool CountNetworkErrors(EventContext context, ref FieldValue value) =>
        IsNetwork(context) && CountErrors(context, ref value);

    /// <summary>1 for a failed call that is about memory.</summary>
    public static bool CountMemoryErrors(EventContext context, ref FieldValue value) =>
        IsMemory(context) && CountErrors(context, ref value);

    /// <summary>1 for any other failed call. A call about memory that works on a descriptor counts here too.</summary>
    public static bool CountOtherErrors(EventContext context, ref FieldValue value) =>
        !IsFile(context) && !IsNetwork(context) && (context.Descriptor is not null || !IsMemory(context)) && CountErrors(context, ref value);

    static bool HasFailed(EventContext context) => TryFind(context.Event, out var result) && result < 0;

    static bool IsMemory(EventContext context) => context.Event.Info.Category == EventCategory.Memory;

    static bool IsFile(EventContext context) => context.Descriptor is { } descriptor
        ? descriptor.Type is DescriptorType.File or DescriptorType.FileV2 or DescriptorType.Directory
        : context.Event.Type is EventType.SyscallOpenExit or EventType.SyscallCreatExit or EventType.SyscallOpenatExit
            or EventType.SyscallOpenatV2Exit or EventType.SyscallOpenat2Exit;

    static bool IsNetwork(EventContext context) => context.Descriptor is { } descriptor
        ? descriptor.Type is >= DescriptorType.IPv4Socket and <= DescriptorType.IPv6Server or DescriptorType.UnixSocket
        : context.Event.Type is EventType.SocketAcceptExit or EventType.SocketAcceptV5Exit or EventType.SocketAccept4Exit
            or EventType.SocketAccept4V5Exit or EventType.SocketConnectExit;
}
