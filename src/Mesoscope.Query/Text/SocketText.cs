using System.Buffers.Binary;
using Mesoscope.Machine.Network;

namespace Mesoscope.Query.Text;

/// <summary>Socket addresses and address pairs among an event's parameters.</summary>
static class SocketText
{
    const byte FamilyUnix = 1;
    const byte FamilyIPv4 = 2;
    const byte FamilyIPv6 = 10;
    const int IPv4EndBytes = 4 + 2;
    const int IPv6EndBytes = 16 + 2;
    const int UnixPathStart = 1 + 8 + 8;
    const int MappedIPv4Start = 12;

    /// <summary>Appends an address: <c>10.0.0.1:80</c>, a path, <c>NULL</c> for an empty one.</summary>
    public static void AppendAddress(Utf8Writer output, in ParameterView parameter, bool resolvesPorts)
    {
        var bytes = parameter.Bytes;
        switch (bytes)
        {
            case []:
                output.Append("NULL"u8);
                break;
            case [FamilyUnix, ..]:
                PrintableText.AppendSanitized(output, ParameterView.Cut(bytes[1..]));
                break;
            case [FamilyIPv4, ..] when bytes.Length == 1 + IPv4EndBytes:
                AppendIPv4End(output, parameter, bytes[1..5], bytes[5..], resolvesPorts);
                break;
            case [FamilyIPv6, ..] when bytes.Length == 1 + IPv6EndBytes:
                AppendIPv6End(output, parameter, bytes[1..], resolvesPorts);
                break;
            default:
                AppendFamily(output, bytes[0]);
                break;
        }
    }

    /// <summary>Appends an address pair: <c>10.0.0.1:80->10.0.0.2:9000</c>, kernel addresses and path of a unix socket, <c>NULL</c> for an empty one.</summary>
    public static void AppendPair(Utf8Writer output, in ParameterView parameter, bool resolvesPorts)
    {
        var bytes = parameter.Bytes;
        switch (bytes)
        {
            case []:
                output.Append("NULL"u8);
                break;
            case [FamilyUnix, ..] when bytes.Length >= UnixPathStart:
                output.AppendHex(BinaryPrimitives.ReadUInt64LittleEndian(bytes[1..]));
                output.Append("->"u8);
                output.AppendHex(BinaryPrimitives.ReadUInt64LittleEndian(bytes[9..]));
                output.Append((byte)' ');
                PrintableText.AppendSanitized(output, ParameterView.Cut(bytes[UnixPathStart..]));
                break;
            case [FamilyIPv4, ..] when bytes.Length == 1 + (2 * IPv4EndBytes):
                AppendIPv4End(output, parameter, bytes[1..5], bytes[5..], resolvesPorts);
                output.Append("->"u8);
                AppendIPv4End(output, parameter, bytes[7..11], bytes[11..], resolvesPorts);
                break;
            case [FamilyIPv6, ..] when bytes.Length == 1 + (2 * IPv6EndBytes):
                AppendIPv6Pair(output, parameter, bytes[1..], resolvesPorts);
                break;
            default:
                AppendFamily(output, bytes[0]);
                break;
        }
    }

    /// <summary>Appends a port by number, or by its name where it has one and names are asked for.</summary>
    public static void AppendPort(Utf8Writer output, ushort port, byte protocol, bool resolvesPorts)
    {
        var name = resolvesPorts ? PortNames.Find(port, protocol) : [];
        if (name.Length > 0)
        {
            output.Append(name);
        }
        else
        {
            output.AppendDecimal((ulong)port);
        }
    }

    static void AppendIPv6Pair(Utf8Writer output, in ParameterView parameter, ReadOnlySpan<byte> ends, bool resolvesPorts)
    {
        var source = ends[..IPv6EndBytes];
        var destination = ends[IPv6EndBytes..];
        if (AddressText.IsMappedIPv4(source) && AddressText.IsMappedIPv4(destination))
        {
            AppendIPv4End(output, parameter, source[MappedIPv4Start..16], source[16..], resolvesPorts);
            output.Append("->"u8);
            AppendIPv4End(output, parameter, destination[MappedIPv4Start..16], destination[16..], resolvesPorts);
        }
        else
        {
            AppendIPv6End(output, parameter, source, resolvesPorts);
            output.Append("->"u8);
            AppendIPv6End(output, parameter, destination, resolvesPorts);
        }
    }

    static void AppendIPv4End(Utf8Writer output, in ParameterView parameter, ReadOnlySpan<byte> address, ReadOnlySpan<byte> port, bool resolvesPorts)
    {
        AddressText.AppendIPv4(output, address);
        output.Append((byte)':');
        AppendPort(output, BinaryPrimitives.ReadUInt16LittleEndian(port), Protocol(parameter), resolvesPorts);
    }

    static void AppendIPv6End(Utf8Writer output, in ParameterView parameter, ReadOnlySpan<byte> end, bool resolvesPorts)
    {
        AddressText.AppendIPv6(output, end[..16]);
        output.Append((byte)':');
        AppendPort(output, BinaryPrimitives.ReadUInt16LittleEndian(end[16..]), Protocol(parameter), resolvesPorts);
    }

    static byte Protocol(in ParameterView parameter) =>
        parameter.Context.Descriptor is { } descriptor ? DescriptorText.Protocol(descriptor) : (byte)0;

    static void AppendFamily(Utf8Writer output, byte family)
    {
        switch (family)
        {
            case FamilyIPv4:
                output.Append("INVALID IPv4"u8);
                break;
            case FamilyIPv6:
                output.Append("INVALID IPv6"u8);
                break;
            default:
                output.Append("family "u8);
                output.AppendDecimal((long)(sbyte)family);
                break;
        }
    }
}
