using System.Buffers.Binary;
using System.Buffers.Text;

namespace Mesoscope.Machine.Network;

/// <summary>Writes addresses, ports and tuples as text. Targets must have room for <see cref="MaxTupleBytes"/>; returns are bytes written.</summary>
public static class AddressText
{
    /// <summary>The longest text made here but for Unix sockets: two IPv6 addresses with ports and an arrow.</summary>
    public const int MaxTupleBytes = 2 * (45 + 1 + MaxPortNameBytes) + 2;

    // Names of services are at most 15 letters by their registry; a longer one in a local file is passed over.
    const int MaxPortNameBytes = 32;

    /// <summary>An IPv4 address: <c>10.0.0.1</c>.</summary>
    public static int IPv4(ReadOnlySpan<byte> address, Span<byte> target)
    {
        var at = Number(address[0], target);
        for (var i = 1; i < 4; i++)
        {
            target[at++] = (byte)'.';
            at += Number(address[i], target[at..]);
        }

        return at;
    }

    /// <summary>An IPv6 address in the short form: the longest run of zeros as <c>::</c>, IPv4 inside as dotted numbers.</summary>
    public static int IPv6(ReadOnlySpan<byte> address, Span<byte> target)
    {
        var (runStart, runLength) = LongestZeroRun(address);
        var at = 0;
        for (var i = 0; i < 8; i++)
        {
            if (runLength > 0 && i >= runStart && i < runStart + runLength)
            {
                if (i == runStart)
                {
                    target[at++] = (byte)':';
                }

                continue;
            }

            if (i != 0)
            {
                target[at++] = (byte)':';
            }

            if (i == 6 && runStart == 0 && (runLength == 6 || (runLength == 5 && Word(address, 5) == 0xffff)))
            {
                return at + IPv4(address[12..], target[at..]);
            }

            Utf8Formatter.TryFormat(Word(address, i), target[at..], out var written, new('x'));
            at += written;
        }

        if (runLength > 0 && runStart + runLength == 8)
        {
            target[at++] = (byte)':';
        }

        return at;
    }

    /// <summary>An address with its port: <c>10.0.0.1:80</c> or <c>::1:80</c>.</summary>
    public static int Endpoint(ReadOnlySpan<byte> address, ushort port, Span<byte> target, PortStyle style = default)
    {
        var at = address.Length == 4 ? IPv4(address, target) : IPv6(address, target);
        target[at++] = (byte)':';
        return at + Port(port, target[at..], style);
    }

    /// <summary>Both ends of a connection: <c>10.0.0.1:40000->10.0.0.2:80</c>.</summary>
    public static int Tuple(ReadOnlySpan<byte> source, ushort sourcePort, ReadOnlySpan<byte> destination, ushort destinationPort, Span<byte> target, PortStyle style = default)
    {
        var at = Endpoint(source, sourcePort, target, style);
        at += Arrow(target[at..]);
        return at + Endpoint(destination, destinationPort, target[at..], style);
    }

    /// <summary>Both ends of traffic without ports: <c>10.0.0.1->10.0.0.2</c>.</summary>
    public static int Pair(ReadOnlySpan<byte> source, ReadOnlySpan<byte> destination, Span<byte> target)
    {
        var at = source.Length == 4 ? IPv4(source, target) : IPv6(source, target);
        at += Arrow(target[at..]);
        return at + (destination.Length == 4 ? IPv4(destination, target[at..]) : IPv6(destination, target[at..]));
    }

    /// <summary>True for an IPv6 address that holds an IPv4 address, and for the one that is all zeros.</summary>
    public static bool IsMappedIPv4(ReadOnlySpan<byte> address) =>
        BinaryPrimitives.ReadUInt64LittleEndian(address) == 0 && address[8] == 0 && address[9] == 0
        && (BinaryPrimitives.ReadUInt16LittleEndian(address[10..]) == 0xffff
            || (BinaryPrimitives.ReadUInt16LittleEndian(address[10..]) == 0 && BinaryPrimitives.ReadUInt32LittleEndian(address[12..]) == 0));

    static int Arrow(Span<byte> target)
    {
        target[0] = (byte)'-';
        target[1] = (byte)'>';
        return 2;
    }

    static int Port(ushort port, Span<byte> target, PortStyle style)
    {
        var name = style.IsNamed ? PortNames.Find(port, style.Protocol) : [];
        if (name.IsEmpty || name.Length > MaxPortNameBytes)
        {
            return Number(port, target);
        }

        name.CopyTo(target);
        return name.Length;
    }

    static int Number(uint value, Span<byte> target)
    {
        Utf8Formatter.TryFormat(value, target, out var written);
        return written;
    }

    static ushort Word(ReadOnlySpan<byte> address, int index) => BinaryPrimitives.ReadUInt16BigEndian(address[(index * 2)..]);

    // A single zero word stays as it is; of runs with the same length the first one counts.
    static (int Start, int Length) LongestZeroRun(ReadOnlySpan<byte> address)
    {
        var best = (Start: -1, Length: 1);
        var length = 0;
        for (var i = 0; i < 8; i++)
        {
            length = Word(address, i) == 0 ? length + 1 : 0;
            if (length > best.Length)
            {
                best = (i - length + 1, length);
            }
        }

        return best.Start < 0 ? (-1, 0) : best;
    }
}
