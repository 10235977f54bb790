using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.DescriptorLists;

/// <summary>Goes through the descriptor list of a poll.</summary>
static class PollList
{
    const int CountBytes = 2;
    const int ItemBytes = 10;

    /// <summary>Joins what is said of each descriptor, with commas between; false when that is nothing.</summary>
    public static bool TryJoin(EventContext context, FieldScratch scratch, ref FieldValue value, PollItemAppender append)
    {
        int parameter = context.Event.Type switch
        {
            EventType.SyscallPollEnter or EventType.SyscallPpollEnter => 0,
            EventType.SyscallPollExit or EventType.SyscallPpollExit => 1,
            _ => -1,
        };
        if (parameter < 0 || context.Thread is not { } thread)
        {
            return false;
        }

        var bytes = context.Event.Parameter(parameter);
        var count = bytes.Length < CountBytes ? 0 : Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(bytes), (bytes.Length - CountBytes) / ItemBytes);
        var table = context.Machine.FindDescriptors(thread);
        var text = scratch.NewText();
        for (var i = 0; i < count; i++)
        {
            var number = BinaryPrimitives.ReadInt64LittleEndian(bytes[(CountBytes + (i * ItemBytes))..]);
            if (append(text, number, number < 0 ? null : table?.Find(number)))
            {
                text.Append((byte)',');
            }
        }

        text.Length = Math.Max(text.Length - 1, 0);
        return text.Length > 0 && value.Set(text.Written);
    }

    public static bool AppendNumber(Utf8Writer output, long number, DescriptorState? descriptor)
    {
        output.AppendDecimal(number);
        return true;
    }

    public static bool AppendName(Utf8Writer output, long number, DescriptorState? descriptor)
    {
        output.Append(descriptor is { Name.Length: > 0 } ? descriptor.Name : "<NA>"u8);
        return true;
    }

    public static bool AppendClientAddress(Utf8Writer output, long number, DescriptorState? descriptor) =>
        IsConnection(descriptor) && AppendAddress(output, descriptor!.SourceAddress, descriptor.Type == DescriptorType.IPv6Socket);

    public static bool AppendServerAddress(Utf8Writer output, long number, DescriptorState? descriptor) => descriptor?.Type switch
    {
        DescriptorType.IPv4Socket => AppendAddress(output, descriptor.DestinationAddress, false),
        DescriptorType.IPv6Socket => AppendAddress(output, descriptor.DestinationAddress, true),
        // IPv6 servers too: sysdig shows the first four bytes of their address so.
        DescriptorType.IPv4Server or DescriptorType.IPv6Server => AppendAddress(output, descriptor.SourceAddress, false),
        _ => false,
    };

    public static bool AppendClientPort(Utf8Writer output, long number, DescriptorState? descriptor) =>
        IsConnection(descriptor) && AppendPort(output, descriptor!.SourcePort);

    public static bool AppendServerPort(Utf8Writer output, long number, DescriptorState? descriptor) =>
        IsConnection(descriptor) && AppendPort(output, descriptor!.DestinationPort);

    static bool IsConnection(DescriptorState? descriptor) => descriptor?.Type is DescriptorType.IPv4Socket or DescriptorType.IPv6Socket;

    static bool AppendAddress(Utf8Writer output, UInt128 address, bool isIPv6)
    {
        Span<byte> bytes = stackalloc byte[16];
        MemoryMarshal.Write(bytes, address);
        if (isIPv6)
        {
            AddressText.AppendIPv6(output, bytes);
        }
        else
        {
            AddressText.AppendIPv4(output, bytes);
        }

        return true;
    }

    static bool AppendPort(Utf8Writer output, ushort port)
    {
        output.AppendDecimal((ulong)port);
        return true;
    }
}
