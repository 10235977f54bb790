using System.Buffers.Text;
using System.Net;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Descriptors;

namespace Mesoscope.Kernel.Counting.Ports;

/// <summary>Finds who holds a port, in whatever container. Reads the process file system: CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH are needed for processes of others.</summary>
public static class PortHolders
{
    /// <summary>The processes that have a socket on a port: listening ones first, then by process id. A socket that several processes share is there once for each.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="port">The port.</param>
    /// <param name="networkNamespace">Inode of the network namespace to look in; 0 for this process's own.</param>
    /// <returns>Empty when nobody holds it any more, or the holder may not be looked at.</returns>
    public static IReadOnlyList<PortHolder> Find(TransportProtocol protocol, int port, ulong networkNamespace)
    {
        var reader = new FolderReader(new ScanProblems());
        if (!reader.TryOpen("/proc", out var processes))
        {
            return [];
        }

        using (processes)
        {
            var ids = reader.Numbers(processes);
            var sockets = FindSockets(reader, processes, ids, protocol, port, networkNamespace);
            return sockets.Count == 0 ? [] : [.. FindHolders(reader, processes, ids, sockets).OrderByDescending(h => h.IsListening).ThenBy(h => h.ProcessId)];
        }
    }

    // Any process of the namespace shows all sockets of it.
    static Dictionary<ulong, SocketFacts> FindSockets(FolderReader reader, Folder processes, List<long> ids, TransportProtocol protocol, int port, ulong networkNamespace)
    {
        var number = protocol == TransportProtocol.Udp ? SocketTable.Udp : SocketTable.Tcp;
        if (networkNamespace == 0 && FolderReader.TryGetFacts(processes, "self/ns/net"u8, out var own))
        {
            networkNamespace = own.Inode;
        }

        foreach (var id in ids)
        {
            if (!reader.TryOpen(processes, id, out var process))
            {
                continue;
            }

            using (process)
            {
                if (FolderReader.TryGetFacts(process, "ns/net"u8, out var facts) && facts.Inode == networkNamespace)
                {
                    return new(SocketTable.Read(process, reader).OnPort(number, port));
                }
            }
        }

        return [];
    }

    // A process of another namespace may have been handed the socket, so all are looked at.
    static List<PortHolder> FindHolders(FolderReader reader, Folder processes, List<long> ids, Dictionary<ulong, SocketFacts> sockets)
    {
        List<PortHolder> holders = [];
        foreach (var id in ids)
        {
            if (!reader.TryOpen(processes, id, out var process))
            {
                continue;
            }

            using (process)
            {
                if (reader.TryOpen(process, "fd"u8, out var descriptors))
                {
                    using (descriptors)
                    {
                        holders.AddRange(SocketsOf(reader, descriptors).Distinct().Where(sockets.ContainsKey).Select(inode => Describe((int)id, inode, sockets[inode])));
                    }
                }
            }
        }

        return holders;
    }

    static List<ulong> SocketsOf(FolderReader reader, Folder descriptors)
    {
        List<ulong> sockets = [];
        Span<byte> name = stackalloc byte[20];
        foreach (var number in reader.Numbers(descriptors))
        {
            Utf8Formatter.TryFormat(number, name, out var length);
            var link = reader.ReadLink(descriptors, name[..length], isOptional: true);
            if (link.StartsWith("socket:["u8) && Utf8Parser.TryParse(link["socket:["u8.Length..], out ulong inode, out _))
            {
                sockets.Add(inode);
            }
        }

        return sockets;
    }

    static PortHolder Describe(int id, ulong inode, SocketFacts socket)
    {
        var address = new IPAddress(socket.Source);
        var local = new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, socket.SourcePort);
        return new PortHolder(id, local, socket.Protocol == SocketTable.Tcp && socket.Type is (DescriptorType.IPv4Server or DescriptorType.IPv6Server), inode);
    }
}
