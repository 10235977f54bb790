using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Tests.Families;

namespace Mesoscope.Kernel.Tests.Scan.Iterators;

// One descriptor of each kind that a test can open, with what it is.
sealed partial class OpenThings : IDisposable
{
    const int Inet = 2, Inet6 = 10, Stream = 1, Datagram = 2, Raw = 3, CloseOnExec = 0x80000, NonBlocking = 0x800;
    const int MonotonicClock = 1, AllowSealing = 2;
    const int PathOnly = 0x200000, Append = 0x400, WriteOnly = 1, ReadWrite = 2, Create = 0x40, DirectoryOnly = 0x10000;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-iterators-");
    readonly List<(int Number, DescriptorType Type)> _all = [];

    public OpenThings()
    {
        AddFiles();
        AddNameless();
        AddInternet();
        AddOtherSockets();
    }

    public IReadOnlyList<(int Number, DescriptorType Type)> All => _all;

    public void Dispose()
    {
        Calls.Close([.. _all.Select(d => d.Number)]);
        _folder.Delete(recursive: true);
    }

    void AddFiles()
    {
        var path = Path.Combine(_folder.FullName, "a log with blanks and ö");
        Add(Open(path, WriteOnly | Create | Append, 0x180), DescriptorType.FileV2);
        Add(Open(path, ReadWrite | CloseOnExec | NonBlocking, 0), DescriptorType.FileV2);
        Add(Open(path, PathOnly | CloseOnExec, 0), DescriptorType.FileV2);
        Add(Open("/dev/null", ReadWrite, 0), DescriptorType.FileV2);
        Add(Open("/proc/self/status", 0, 0), DescriptorType.FileV2);
        Add(Open(_folder.FullName, DirectoryOnly, 0), DescriptorType.Directory);
        var deleted = Path.Combine(_folder.FullName, "deleted");
        Add(Open(deleted, WriteOnly | Create, 0x180), DescriptorType.FileV2);
        File.Delete(deleted);
        var fifo = Path.Combine(_folder.FullName, "fifo");
        Assert.Equal(0, MakeFifo(fifo, 0x180));
        Add(Open(fifo, ReadWrite, 0), DescriptorType.Fifo);
        var socket = Path.Combine(_folder.FullName, "listening");
        var listening = Add(Calls.Socket(Address.UnixFamily, Stream, 0), DescriptorType.UnixSocket);
        Assert.Equal(0, Calls.Bind(listening, Address.Unix(socket), Address.Unix(socket).Length));
        Add(Open(socket, PathOnly, 0), DescriptorType.FileV2);
    }

    void AddNameless()
    {
        Span<int> pair = stackalloc int[2];
        Assert.Equal(0, Pipe(pair, CloseOnExec));
        Add(pair[0], DescriptorType.Fifo);
        Add(pair[1], DescriptorType.Fifo);
        Add(EventFile(0, CloseOnExec), DescriptorType.Event);
        Add(Epoll(CloseOnExec), DescriptorType.EventPoll);
        Add(Timer(MonotonicClock, 0), DescriptorType.Timer);
        Add(Signals(-1, [0UL], 0), DescriptorType.Signal);
        Add(Inotify(0), DescriptorType.Inotify);
        Add(MemoryFile("in memory", AllowSealing), DescriptorType.MemFd);
    }

    void AddInternet()
    {
        var server = Add(Calls.Socket(Inet, Stream, 0), DescriptorType.IPv4Server);
        Assert.Equal(0, Calls.Bind(server, Address.Loopback(0), 16));
        Assert.Equal(0, Calls.Listen(server, 5));
        var client = Add(Calls.Socket(Inet, Stream | CloseOnExec, 0), DescriptorType.IPv4Socket);
        Assert.Equal(0, Calls.Connect(client, Address.Loopback(Address.PortOf(server)), 16));
        Add(Calls.Accept(server, 0, 0, 0), DescriptorType.IPv4Socket);
        var datagrams = Add(Calls.Socket(Inet, Datagram, 0), DescriptorType.IPv4Server);
        Assert.Equal(0, Calls.Bind(datagrams, Address.Loopback(0), 16));
        var sender = Add(Calls.Socket(Inet, Datagram, 0), DescriptorType.IPv4Socket);
        Assert.Equal(0, Calls.Connect(sender, Address.Loopback(Address.PortOf(datagrams)), 16));
        Add(Calls.Socket(Inet, Stream, 0), DescriptorType.Unsupported);
        Add(Calls.Socket(Inet, Datagram, 0), DescriptorType.Unsupported);
        Add(Calls.Socket(Inet, Raw, 253), DescriptorType.IPv4Server);
        var server6 = Add(Calls.Socket(Inet6, Stream, 0), DescriptorType.IPv6Server);
        Assert.Equal(0, Calls.Bind(server6, Address.Loopback6(0), 28));
        Assert.Equal(0, Calls.Listen(server6, 5));
        var client6 = Add(Calls.Socket(Inet6, Stream, 0), DescriptorType.IPv6Socket);
        Assert.Equal(0, Calls.Connect(client6, Address.Loopback6(Address.PortOf(server6)), 28));
        var datagrams6 = Add(Calls.Socket(Inet6, Datagram, 0), DescriptorType.IPv6Server);
        Assert.Equal(0, Calls.Bind(datagrams6, Address.Loopback6(0), 28));
    }

    void AddOtherSockets()
    {
        const int Netlink = 16, Route = 0, Packet = 17;
        Span<int> pair = stackalloc int[2];
        Assert.Equal(0, Calls.SocketPair(Address.UnixFamily, Datagram, 0, pair));
        Add(pair[0], DescriptorType.UnixSocket);
        Add(pair[1], DescriptorType.UnixSocket);
        var hidden = Add(Calls.Socket(Address.UnixFamily, Stream, 0), DescriptorType.UnixSocket);
        byte[] name = [.. Address.Unix("\0mesoscope\0" + Environment.ProcessId + _folder.Name)];
        Assert.Equal(0, Calls.Bind(hidden, name, name.Length));
        var netlink = Add(Calls.Socket(Netlink, Raw, Route), DescriptorType.Netlink);
        Assert.Equal(0, Calls.Bind(netlink, [Netlink, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 12));
        Add(Calls.Socket(Packet, Raw, 0), DescriptorType.Unsupported);
    }

    int Add(int descriptor, DescriptorType type)
    {
        Assert.True(descriptor >= 0, $"errno {Marshal.GetLastPInvokeError()} instead of a {type}");
        _all.Add((descriptor, type));
        return descriptor;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeFifo(string path, int mode);

    [LibraryImport("libc", EntryPoint = "pipe2")]
    private static partial int Pipe(Span<int> pair, int flags);

    [LibraryImport("libc", EntryPoint = "eventfd")]
    private static partial int EventFile(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    private static partial int Epoll(int flags);

    [LibraryImport("libc", EntryPoint = "timerfd_create")]
    private static partial int Timer(int clock, int flags);

    [LibraryImport("libc", EntryPoint = "signalfd")]
    private static partial int Signals(int descriptor, ReadOnlySpan<ulong> mask, int flags);

    [LibraryImport("libc", EntryPoint = "inotify_init1")]
    private static partial int Inotify(int flags);

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemoryFile(string name, uint flags);
}
