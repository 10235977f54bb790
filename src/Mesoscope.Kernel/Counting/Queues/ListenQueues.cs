using Mesoscope.Kernel.Counting.Records;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Queues;

/// <summary>
/// Looks at the accept queues of listening sockets. The programs know the sockets from when they began to listen, in whatever network
/// namespace; asking the kernel for a list (sock_diag) would show those of one namespace only.
/// </summary>
/// <param name="iterator">Goes over the kernel's table of listeners.</param>
sealed class ListenQueues(KernelIterator iterator)
{
    readonly HashSet<int> _ports = [];
    readonly List<ListenQueue> _unused = [];
    bool _isFresh;

    /// <summary>True when some socket listens on the port, as of the first question since <see cref="Forget"/>.</summary>
    public bool IsListening(int port)
    {
        if (!_isFresh)
        {
            Read(_unused);
        }

        return _ports.Contains(port);
    }

    /// <summary>Lets the next question look anew.</summary>
    public void Forget() => _isFresh = false;

    /// <summary>Shows the queues as they are now.</summary>
    public void Read(ICollection<ListenQueue> queues)
    {
        queues.Clear();
        _ports.Clear();
        _isFresh = true;
        iterator.Run((in ListenerRecord record) =>
        {
            var local = EndpointText.Make(record.Family, record.Local, record.LocalPort);
            _ports.Add(local.Port);
            queues.Add(new ListenQueue(record.Inode, record.ProcessId, record.ControlGroup, local, record.Length, record.Limit));
        });
    }
}
