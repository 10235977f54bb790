using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>Reads one line of a list of sockets below <c>net</c>. Head lines are none, and say false.</summary>
static class SocketLine
{
    // Readers of captures refuse longer ones.
    const int MaxNameBytes = 1023;

    /// <summary>A line of <c>tcp</c>, <c>udp6</c>, <c>raw</c> and their kin.</summary>
    public static bool TryReadIP(ReadOnlySpan<byte> line, byte protocol, out ulong inode, out SocketFacts? socket)
    {
        socket = null;
        inode = 0;
        var cursor = new TextCursor(line);
        cursor.SkipWords(1); // number in the list
        if (!TryReadEndpoint(cursor.TakeWord(), out var source, out var sourcePort) || !TryReadEndpoint(cursor.TakeWord(), out var destination, out var destinationPort))
        {
            return false;
        }

        cursor.SkipWords(6); // state, queues, timer, retransmits, uid, timeout
        if (!TryTakeInode(ref cursor, out inode))
        {
            return false;
        }

        socket = SocketFacts.OfInternet(protocol, source, sourcePort, destination, destinationPort);
        return true;
    }

    /// <summary>A line of <c>unix</c>.</summary>
    public static bool TryReadUnix(ReadOnlySpan<byte> line, out ulong inode, out SocketFacts? socket)
    {
        socket = null;
        inode = 0;
        var cursor = new TextCursor(line);
        var number = cursor.TakeWord();
        if (number.IsEmpty || number[^1] != ':' || !TryReadHex(number[..^1], out var address))
        {
            return false;
        }

        cursor.SkipWords(5); // references, protocol, flags, type, state
        if (!TryTakeInode(ref cursor, out inode))
        {
            return false;
        }

        var name = cursor.Rest.IsEmpty ? default : cursor.Rest[1..];
        socket = new SocketFacts(DescriptorType.UnixSocket, 0, [], 0, [], 0, address, name[..Math.Min(name.Length, MaxNameBytes)].ToArray());
        return true;
    }

    /// <summary>A line of <c>netlink</c>.</summary>
    public static bool TryReadNetlink(ReadOnlySpan<byte> line, out ulong inode, out SocketFacts? socket)
    {
        var cursor = new TextCursor(line);
        cursor.SkipWords(9); // address, protocol, port, groups, queues, dump, locks, drops
        var isSocket = TryTakeInode(ref cursor, out inode);
        socket = isSocket ? new SocketFacts(DescriptorType.Netlink, 0, [], 0, [], 0, 0, []) : null;
        return isSocket;
    }

    static bool TryTakeInode(ref TextCursor cursor, out ulong inode)
    {
        var word = cursor.TakeWord();
        return Utf8Parser.TryParse(word, out inode, out var used) && used == word.Length;
    }

    // Address and port in hexadecimal digits, a colon between them. An address is printed as numbers of 32 bits in the machine's own
    // order, of which every supported one has the least byte first.
    static bool TryReadEndpoint(ReadOnlySpan<byte> text, out byte[] address, out ushort port)
    {
        address = [];
        port = 0;
        var colon = text.IndexOf((byte)':');
        if (colon is not (8 or 32) || !ushort.TryParse(text[(colon + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out port))
        {
            return false;
        }

        address = new byte[colon / 2];
        for (var i = 0; i < address.Length; i += 4)
        {
            if (!TryReadHex(text.Slice(i * 2, 8), out var word))
            {
                return false;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(address.AsSpan(i), (uint)word);
        }

        return true;
    }

    static bool TryReadHex(ReadOnlySpan<byte> text, out ulong number) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}
