using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>The sockets of each network namespace, read when a process of it has a socket.</summary>
sealed class NetworkNamespaces(FolderReader reader)
{
    readonly Dictionary<ulong, SocketTable> _tables = [];

    /// <summary>The sockets that a process sees. Where the kernel hides the namespace it is taken for one of its own.</summary>
    public SocketTable Of(Folder process)
    {
        var key = FolderReader.TryGetFacts(process, "ns/net"u8, out var facts) ? facts.Inode : 0;
        if (!_tables.TryGetValue(key, out var table))
        {
            table = SocketTable.Read(process, reader);
            _tables.Add(key, table);
        }

        return table;
    }

    /// <summary>Forgets all, so that they are read anew.</summary>
    public void Clear() => _tables.Clear();
}
