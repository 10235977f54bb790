using System.Buffers.Binary;
using System.Buffers.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Network;
using Mesoscope.Machine.Paths;

namespace Mesoscope.Machine.Descriptors;

/// <summary>
/// The texts that sockets are named by: from the packed addresses in events (one byte family, then the address) and from what is known
/// of the socket.
/// </summary>
static class SocketText
{
    /// <summary>Room for every text made here; longer paths are cut.</summary>
    public const int MaxBytes = PathText.MaxBytes + 64;

    /// <summary>One address (a <c>sockaddr</c> parameter).</summary>
    public static int Address(ReadOnlySpan<byte> packed, Span<byte> target, PortStyle style)
    {
        if (packed.IsEmpty)
        {
            return Copy("NULL"u8, target);
        }

        return packed[0] switch
        {
            SocketFamily.Unix => PathText.CopyPrintable(UntilNul(packed[1..]), target),
            SocketFamily.IPv4 when packed.Length == 7 => AddressText.Endpoint(packed[1..5], ReadPort(packed, 5), target, style),
            SocketFamily.IPv4 => Copy("INVALID IPv4"u8, target),
            SocketFamily.IPv6 when packed.Length == 19 => AddressText.Endpoint(packed[1..17], ReadPort(packed, 17), target, style),
            SocketFamily.IPv6 => Copy("INVALID IPv6"u8, target),
            _ => Family(packed[0], target),
        };
    }

    /// <summary>Two addresses (a <c>socktuple</c> parameter).</summary>
    public static int Tuple(ReadOnlySpan<byte> packed, Span<byte> target, PortStyle style)
    {
        if (packed.IsEmpty)
        {
            return Copy("NULL"u8, target);
        }

        switch (packed[0])
        {
            case SocketFamily.IPv4:
                return packed.Length == SocketFamily.IPv4TupleBytes
                    ? AddressText.Tuple(packed[1..5], ReadPort(packed, 5), packed[7..11], ReadPort(packed, 11), target, style)
                    : Copy("INVALID IPv4"u8, target);
            case SocketFamily.IPv6:
                if (packed.Length != SocketFamily.IPv6TupleBytes)
                {
                    return Copy("INVALID IPv6"u8, target);
                }

                var isMapped = AddressText.IsMappedIPv4(packed[1..17]) && AddressText.IsMappedIPv4(packed[19..35]);
                var from = isMapped ? 12 : 0;
                return AddressText.Tuple(packed[(1 + from)..17], ReadPort(packed, 17), packed[(19 + from)..35], ReadPort(packed, 35), target, style);
            case SocketFamily.Unix when packed.Length >= SocketFamily.UnixTupleBytes:
                return UnixTuple(packed, target);
            default:
                return Family(packed[0], target);
        }
    }

    /// <summary>The name of an IP socket with both ends; 0 bytes for other types.</summary>
    public static int Socket(DescriptorState descriptor, Span<byte> target, PortStyle style)
    {
        style = style with { Protocol = descriptor.TransportProtocol };
        ReadOnlySpan<byte> memory = descriptor.Socket;
        if (descriptor.Type == DescriptorType.IPv4Socket)
        {
            return memory[SocketMemory.IPv4Protocol] switch
            {
                DescriptorState.Tcp or DescriptorState.Udp => AddressText.Tuple(
                    memory[..4], descriptor.Port(SocketMemory.IPv4SourcePort), memory[4..8], descriptor.Port(SocketMemory.IPv4DestinationPort), target, style),
                DescriptorState.Icmp or DescriptorState.Raw => AddressText.Pair(memory[..4], memory[4..8], target),
                _ => Copy("<unknown>"u8, target),
            };
        }

        if (descriptor.Type != DescriptorType.IPv6Socket)
        {
            return 0;
        }

        var isMapped = AddressText.IsMappedIPv4(memory[..16]) && AddressText.IsMappedIPv4(memory[16..32]);
        var from = isMapped ? 12 : 0;
        switch (memory[SocketMemory.IPv6Protocol])
        {
            case DescriptorState.Tcp or DescriptorState.Udp:
                // A mapped address keeps its ports where IPv4 has them, so that they come out of the address: known and visible.
                var sourcePort = descriptor.Port(isMapped ? SocketMemory.IPv4SourcePort : SocketMemory.IPv6SourcePort);
                var destinationPort = descriptor.Port(isMapped ? SocketMemory.IPv4DestinationPort : SocketMemory.IPv6DestinationPort);
                return AddressText.Tuple(memory[from..16], sourcePort, memory[(16 + from)..32], destinationPort, target, style);
            case DescriptorState.Icmp:
                return AddressText.Pair(memory[from..16], memory[(16 + from)..32], target);
            default:
                return Copy("<unknown>"u8, target);
        }
    }

    /// <summary>The text up to the first NUL.</summary>
    public static ReadOnlySpan<byte> UntilNul(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)0);
        return end < 0 ? text : text[..end];
    }

    public static ushort ReadPort(ReadOnlySpan<byte> packed, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(packed[offset..]);

    static int UnixTuple(ReadOnlySpan<byte> packed, Span<byte> target)
    {
        Utf8Formatter.TryFormat(BinaryPrimitives.ReadUInt64LittleEndian(packed[1..]), target, out var at, new('x'));
        target[at++] = (byte)'-';
        target[at++] = (byte)'>';
        Utf8Formatter.TryFormat(BinaryPrimitives.ReadUInt64LittleEndian(packed[9..]), target[at..], out var written, new('x'));
        at += written;
        target[at++] = (byte)' ';
        return at + PathText.CopyPrintable(UntilNul(packed[SocketFamily.UnixTupleBytes..]), target[at..]);
    }

    static int Family(byte family, Span<byte> target)
    {
        var at = Copy("family "u8, target);
        Utf8Formatter.TryFormat((sbyte)family, target[at..], out var written);
        return at + written;
    }

    static int Copy(ReadOnlySpan<byte> text, Span<byte> target)
    {
        text.CopyTo(target);
        return text.Length;
    }
}
