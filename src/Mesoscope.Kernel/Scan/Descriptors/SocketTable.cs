using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>The sockets of one network namespace by inode.</summary>
sealed class SocketTable
{
    /// <summary>TCP in the numbers of the format; docs/format/scap.md.</summary>
    public const byte Tcp = 2;

    /// <summary>UDP in the numbers of the format.</summary>
    public const byte Udp = 3;

    const byte Icmp = 4;
    const byte Raw = 5;

    // UDP-Lite is told as UDP, as the programs' own calls are.
    static readonly (byte[] File, byte Protocol)[] s_lists =
    [
        ("net/tcp"u8.ToArray(), Tcp),
        ("net/udp"u8.ToArray(), Udp),
        ("net/udplite"u8.ToArray(), Udp),
        ("net/icmp"u8.ToArray(), Icmp),
        ("net/raw"u8.ToArray(), Raw),
        ("net/tcp6"u8.ToArray(), Tcp),
        ("net/udp6"u8.ToArray(), Udp),
        ("net/udplite6"u8.ToArray(), Udp),
        ("net/icmp6"u8.ToArray(), Icmp),
        ("net/raw6"u8.ToArray(), Raw),
    ];

    readonly Dictionary<ulong, SocketFacts> _sockets = [];

    /// <summary>Reads the lists that a process sees. Kernels lack some of them.</summary>
    public static SocketTable Read(Folder process, FolderReader reader)
    {
        var table = new SocketTable();
        foreach (var (file, protocol) in s_lists)
        {
            using var lines = reader.OpenLines(process, file, isOptional: true);
            while (lines is not null && lines.TryRead(out var line))
            {
                if (SocketLine.TryReadIP(line, protocol, out var inode, out var socket))
                {
                    table._sockets[inode] = socket!;
                }
            }
        }

        table.ReadOther(process, "net/unix"u8, SocketLine.TryReadUnix, reader);
        table.ReadOther(process, "net/netlink"u8, SocketLine.TryReadNetlink, reader);
        return table;
    }

    /// <summary>The format's number of a protocol of linux/in.h; 0 for those that have no list.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="isRaw">Whether the socket is a raw one, whatever its protocol.</param>
    public static byte ProtocolOf(int protocol, bool isRaw) => protocol switch
    {
        _ when isRaw => Raw,
        6 => Tcp,
        17 or 136 => Udp,
        1 or 58 => Icmp,
        _ => 0,
    };

    /// <summary>The socket with that inode; null when none of the lists had it, as those that are neither bound nor connected.</summary>
    public SocketFacts? Find(ulong inode) => _sockets.GetValueOrDefault(inode);

    /// <summary>The sockets whose own port it is, with their inodes.</summary>
    public IEnumerable<KeyValuePair<ulong, SocketFacts>> OnPort(byte protocol, int port) =>
        _sockets.Where(s => s.Value.Protocol == protocol && s.Value.SourcePort == port && s.Value.Source.Length > 0);

    delegate bool LineParser(ReadOnlySpan<byte> line, out ulong inode, out SocketFacts? socket);

    void ReadOther(Folder process, ReadOnlySpan<byte> file, LineParser parse, FolderReader reader)
    {
        using var lines = reader.OpenLines(process, file, isOptional: true);
        while (lines is not null && lines.TryRead(out var line))
        {
            if (parse(line, out var inode, out var socket))
            {
                _sockets[inode] = socket!;
            }
        }
    }
}
