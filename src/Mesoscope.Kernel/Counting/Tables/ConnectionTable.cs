using System.Runtime.InteropServices;
using Mesoscope.Kernel.Counting.Records;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>Shows what went over connections, and removes from the kernel's table what is over.</summary>
/// <param name="iterator">Goes over the kernel's table and shows what changed.</param>
/// <param name="map">The kernel's table; it must outlive this object.</param>
sealed class ConnectionTable(KernelIterator iterator, int map)
{
    readonly Dictionary<ulong, KnownConnection> _known = [];
    readonly List<ulong> _removed = [];

    /// <summary>Shows the changes since the read before.</summary>
    /// <param name="isListening">Says whether a port of this machine has a listener: the server's end of connections older than counting.</param>
    /// <param name="sink">Receives them.</param>
    public void Read(Func<int, bool> isListening, ICounterSink sink)
    {
        iterator.Run((in ConnectionRecord record) =>
        {
            if (record.Idle > 0)
            {
                _removed.Add(record.Inode);
                return;
            }

            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, record.Inode, out _);
            known ??= Describe(record, isListening);
            sink.OnConnection(new ConnectionCounters(
                record.Inode,
                Enum.IsDefined((TransportProtocol)record.Protocol) ? (TransportProtocol)record.Protocol : TransportProtocol.Other,
                known.Local,
                known.Remote,
                record.ProcessId,
                record.ControlGroup,
                known.IsServer,
                (record.Flags & ConnectionRecord.HasEnded) != 0,
                record.BytesIn,
                record.BytesOut,
                record.Operations));
        });
        foreach (var inode in _removed)
        {
            _known.Remove(inode);
            var key = inode;
            _ = LibBpf.DeleteElement(map, MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in key)));
        }

        _removed.Clear();
    }

    static KnownConnection Describe(in ConnectionRecord record, Func<int, bool> isListening)
    {
        var local = EndpointText.Make(record.Family, record.Local, record.LocalPort);
        var remote = EndpointText.Make(record.Family, record.Remote, record.RemotePort);
        var isServer = (record.Flags & (ConnectionRecord.IsIn | ConnectionRecord.IsOut)) switch
        {
            0 => record.Protocol == (int)TransportProtocol.Tcp && isListening(local.Port),
            var flags => (flags & ConnectionRecord.IsIn) != 0,
        };
        return new KnownConnection(local, remote, isServer);
    }
}
