using System.Runtime.InteropServices;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Which descriptor an event is about, and the ends of its connection.</summary>
static class DescriptorView
{
    const EventFlags AboutDescriptors = EventFlags.CreatesFd | EventFlags.UsesFd | EventFlags.DestroysFd;

    /// <summary>True for event types that make, use or close a descriptor.</summary>
    public static bool IsAboutDescriptors(EventType type) => (EventSchema.Get(type).Flags & AboutDescriptors) != 0;

    /// <summary>True when the event is about a descriptor and its thread is known.</summary>
    /// <param name="context">The event.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="descriptor">The descriptor, null when it is not known (as after a failed open).</param>
    public static bool TryFind(EventContext context, out ThreadState thread, out DescriptorState? descriptor)
    {
        thread = context.Thread!;
        descriptor = null;
        if ((context.Event.Info.Flags & AboutDescriptors) == 0 || thread is null)
        {
            return false;
        }

        descriptor = context.Descriptor
            ?? (thread.LastEventFd >= 0 ? context.Machine.FindDescriptors(thread)?.Find(thread.LastEventFd) : null);
        return true;
    }

    /// <summary>The descriptor that the event is about, or null.</summary>
    public static DescriptorState? Find(EventContext context) => TryFind(context, out _, out var descriptor) ? descriptor : null;

    /// <summary>The descriptor that the event is about when it is a connection whose ends are told apart; otherwise null.</summary>
    public static DescriptorState? FindConnection(EventContext context) =>
        Find(context) is { } descriptor && IsConnection(descriptor) && HasRole(descriptor) ? descriptor : null;

    /// <summary>A socket with two ends.</summary>
    public static bool IsConnection(DescriptorState descriptor) => descriptor.Type is DescriptorType.IPv4Socket or DescriptorType.IPv6Socket;

    /// <summary>A bound or listening socket.</summary>
    public static bool IsServer(DescriptorState descriptor) => descriptor.Type is DescriptorType.IPv4Server or DescriptorType.IPv6Server;

    /// <summary>A file on a disk.</summary>
    public static bool IsFile(DescriptorState descriptor) => descriptor.Type is DescriptorType.File or DescriptorType.FileV2;

    /// <summary>Whether it is known who is the client.</summary>
    public static bool HasRole(DescriptorState descriptor) => (descriptor.Flags & (DescriptorFlags.RoleClient | DescriptorFlags.RoleServer)) != 0;

    /// <summary>Length of the descriptor's addresses; 0 when it has none.</summary>
    public static int AddressBytes(DescriptorState descriptor) => descriptor.Type switch
    {
        DescriptorType.IPv4Socket or DescriptorType.IPv4Server => 4,
        DescriptorType.IPv6Socket or DescriptorType.IPv6Server => 16,
        _ => 0,
    };

    /// <summary>Writes an address of the descriptor into a scratch space.</summary>
    public static ReadOnlySpan<byte> Address(DescriptorState descriptor, UInt128 address, byte[] scratch)
    {
        MemoryMarshal.Write(scratch, address);
        return scratch.AsSpan(0, AddressBytes(descriptor));
    }

    /// <summary>
    /// Whether an end of a connection is what is stored as its source. The source is the client; it is also the local end if this
    /// machine has its address.
    /// </summary>
    public static bool IsSource(EventContext context, DescriptorState connection, ConnectionEnd end) => end switch
    {
        ConnectionEnd.Client => true,
        ConnectionEnd.Server => false,
        _ => IsLocal(context, connection, connection.SourceAddress) == (end == ConnectionEnd.Local),
    };

    /// <summary>Whether this machine has an address of the descriptor.</summary>
    public static bool IsLocal(EventContext context, DescriptorState descriptor, UInt128 address) =>
        context.Machine.IsLocalAddress(context.Thread!, address, AddressBytes(descriptor) == 16);
}
