using System.Text;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Kernel.Tests.Scan.Descriptors;

public sealed class DescriptorReaderTests : IDisposable
{
    const string TcpHead = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("anon_inode:[eventfd]", DescriptorType.Event)]
    [InlineData("anon_inode:[eventpoll]", DescriptorType.EventPoll)]
    [InlineData("anon_inode:inotify", DescriptorType.Inotify)]
    [InlineData("anon_inode:[signalfd]", DescriptorType.Signal)]
    [InlineData("anon_inode:[timerfd]", DescriptorType.Timer)]
    [InlineData("anon_inode:[io_uring]", DescriptorType.IoUring)]
    [InlineData("anon_inode:[userfaultfd]", DescriptorType.UserFault)]
    [InlineData("anon_inode:[pidfd]", DescriptorType.PidFd)]
    [InlineData("pidfd:[77]", DescriptorType.PidFd)]
    [InlineData("anon_inode:bpf-map", DescriptorType.Bpf)]
    [InlineData("anon_inode:bpf_link", DescriptorType.Bpf)]
    [InlineData("anon_inode:[perf_event]", DescriptorType.Unsupported)]
    [InlineData("socket:[99]", DescriptorType.Unsupported)]
    [InlineData("pipe:[99]", DescriptorType.Fifo)]
    [InlineData("/gone (deleted)", DescriptorType.FileV2)]
    public void Read_OfALink_TellsItsKind(string link, DescriptorType type)
    {
        _machine.Descriptor(1, 3, link);
        var entry = Single();
        Assert.Equal((3, type), (entry.Number, entry.Type));
    }

    [Fact]
    public void Read_OfAPipe_TellsItsInode()
    {
        _machine.Descriptor(1, 3, "pipe:[99]");
        Assert.Equal((99UL, "pipe:[99]"), (Single().Inode, Text(Single().Name)));
    }

    [Fact]
    public void Read_OfAFile_TellsFlagsMountAndDevice()
    {
        _machine.Write("srv/log", "");
        _machine.Descriptor(1, 3, _machine.PathOf("srv/log"));
        _machine.Write("proc/1/fdinfo/3", "pos:\t0\nflags:\t02102001\nmnt_id:\t26\nino:\t5\n");
        _machine.Write("proc/1/mountinfo", "25 1 0:4 / /proc rw - proc proc rw\n26 1 259:300 / / rw - ext4 /dev/x rw\n");
        var entry = Single();
        Assert.Equal(DescriptorType.FileV2, entry.Type);
        Assert.Equal(_machine.PathOf("srv/log"), Text(entry.Name));
        // Write only, append, large file, close on exec.
        Assert.Equal(2u | 8u | 2048u | 4096u, entry.OpenFlags);
        Assert.Equal(26u, entry.MountId);
        Assert.Equal((300u & 0xFF) | (259u << 8) | ((300u & ~0xFFu) << 12), entry.Device);
        Assert.NotEqual(0u, entry.Inode);
    }

    [Fact]
    public void Read_OfADirectory_TellsItsPath()
    {
        _machine.Descriptor(1, 3, _machine.PathOf("etc"));
        var entry = Single();
        Assert.Equal((DescriptorType.Directory, _machine.PathOf("etc")), (entry.Type, Text(entry.Name)));
    }

    [Fact]
    public void Read_OfAConnection_TellsBothEnds()
    {
        _machine.Descriptor(1, 3, "socket:[505]");
        _machine.Write("proc/1/net/tcp", TcpHead + "   0: 0100007F:1F90 0200000A:D431 01 00000000:00000000 00:00000000 00000000     0        0 505 1 0 20 4 30 10 -1\n");
        var entry = Single();
        Assert.Equal((DescriptorType.IPv4Socket, 505UL, (byte)2), (entry.Type, entry.Inode, entry.TransportProtocol));
        Assert.Equal([127, 0, 0, 1], entry.SourceAddress);
        Assert.Equal([10, 0, 0, 2], entry.DestinationAddress);
        Assert.Equal((8080, 54321), (entry.SourcePort, entry.DestinationPort));
    }

    [Fact]
    public void Read_OfAServer_TellsWhereItListens()
    {
        _machine.Descriptor(1, 3, "socket:[506]");
        _machine.Write("proc/1/net/udp6", TcpHead + "   0: 00000000000000000000000001000000:0035 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 506 2 0 0\n");
        var entry = Single();
        Assert.Equal((DescriptorType.IPv6Server, (byte)3, (ushort)53), (entry.Type, entry.TransportProtocol, entry.SourcePort));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], entry.SourceAddress);
        Assert.Empty(entry.DestinationAddress);
    }

    [Fact]
    public void Read_OfAUnixSocket_TellsItsName()
    {
        _machine.Descriptor(1, 3, "socket:[507]");
        _machine.Write("proc/1/net/unix", "Num       RefCount Protocol Flags    Type St Inode Path\n00000000abcdef01: 00000002 00000000 00010000 0001 01   507 /run/my app.sock\n");
        var entry = Single();
        Assert.Equal((DescriptorType.UnixSocket, 0xabcdef01UL, "/run/my app.sock"), (entry.Type, entry.UnixSource, Text(entry.Name)));
    }

    [Fact]
    public void Read_OfANetlinkSocket_TellsItsKind()
    {
        _machine.Descriptor(1, 3, "socket:[508]");
        _machine.Write("proc/1/net/netlink", "sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode\n0000000036ecc3d0 0   0          00000000 0        0        0     2        0        508     \n");
        Assert.Equal(DescriptorType.Netlink, Single().Type);
    }

    [Fact]
    public void Read_OfListsCutAtEveryByte_EndsWell()
    {
        const string Line = "   0: 0100007F:1F90 0200000A:D431 01 00000000:00000000 00:00000000 00000000     0        0 505 1 0 20 4 30 10 -1\n";
        const string Unix = "00000000abcdef01: 00000002 00000000 00010000 0001 01   507 /run/a\n";
        _machine.Descriptor(1, 3, "socket:[505]");
        for (var length = 0; length <= Line.Length; length++)
        {
            _machine.Write("proc/1/net/tcp", Line[..length]);
            _machine.Write("proc/1/net/unix", Unix[..Math.Min(length, Unix.Length)]);
            Assert.Equal(3, Single().Number);
        }
    }

    DescriptorEntry Single() => Assert.Single(_machine.Scan().State.Descriptors).Entry;

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
