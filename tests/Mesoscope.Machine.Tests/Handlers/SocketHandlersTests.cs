using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Testing.Events;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class SocketHandlersTests
{
    const long IPv4 = 2;
    const long Stream = 1;
    const long Datagram = 2;
    static readonly byte[] s_tuple = EventBuilder.IPv4("10.0.0.1:40000->10.0.0.2:80");

    [Theory]
    [InlineData(0, DescriptorFlags.SocketConnected | DescriptorFlags.RoleClient, "10.0.0.1:40000->10.0.0.2:80")]
    [InlineData(-115, DescriptorFlags.SocketConnected | DescriptorFlags.RoleClient, "10.0.0.1:40000->10.0.0.2:80")]
    [InlineData(-111, DescriptorFlags.None, "")]
    public void Connect_WithAResult_NamesTheSocketUnlessItFailed(long result, DescriptorFlags flags, string name)
    {
        var scene = new Scene();
        scene.OpenSocket(3, IPv4, Stream);
        scene.Run(EventType.SocketConnectEnter, 3, EventBuilder.IPv4("10.0.0.2:80"));
        Assert.Equal(80, scene.Descriptor(3)!.DestinationPort);
        scene.Run(EventType.SocketConnectExit, result, s_tuple);
        Assert.Equal((flags, name), (scene.Descriptor(3)!.Flags, scene.Name(3)));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(38)]
    public void Socket_OfAFamilyThatIsNotFollowed_TakesTheNumber(long family)
    {
        var scene = new Scene();
        scene.Open(3, "/etc/hosts");
        scene.OpenSocket(3, family, 3);
        Assert.Equal((DescriptorType.Unknown, ""), (scene.Descriptor(3)!.Type, scene.Name(3)));
    }

    [Fact]
    public void Getsockopt_AfterANonBlockingConnect_TellsTheDescriptor()
    {
        var scene = new Scene();
        scene.OpenSocket(3, IPv4, Stream);
        scene.Run(EventType.SocketConnectEnter, 3, EventBuilder.IPv4("10.0.0.2:80"));
        scene.Run(EventType.SocketConnectExit, -115, s_tuple);
        scene.Run(EventType.SocketGetsockoptEnter);
        scene.Run(EventType.SocketGetsockoptExit, 0, 3, 1, 1);
        Assert.Equal(("10.0.0.1:40000->10.0.0.2:80", 3L), (scene.EventName, scene.Context.Thread!.LastEventFd));
    }

    [Fact]
    public void Bind_ToAPort_MakesAServer()
    {
        var scene = new Scene();
        scene.OpenSocket(3, IPv4, Datagram);
        scene.Run(EventType.SocketBindEnter, 3);
        scene.Run(EventType.SocketBindExit, 0, EventBuilder.IPv4("10.0.0.1:53"));
        var descriptor = scene.Descriptor(3)!;
        Assert.Equal((DescriptorType.IPv4Server, "10.0.0.1:53", (ushort)53, (byte)3), (descriptor.Type, scene.Name(3), descriptor.SourcePort, descriptor.TransportProtocol));
    }

    [Fact]
    public void Recvfrom_OnABoundUdpSocket_ReadsTheServersMemoryAsAConnection()
    {
        var scene = new Scene();
        scene.OpenSocket(3, IPv4, Datagram);
        scene.Run(EventType.SocketBindEnter, 3);
        scene.Run(EventType.SocketBindExit, 0, EventBuilder.IPv4("10.0.0.1:53"));
        scene.Run(EventType.SocketRecvfromEnter, 3, 100);
        scene.Run(EventType.SocketRecvfromExit, 12, "query"u8.ToArray(), EventBuilder.IPv4("10.0.0.9:4000->10.0.0.1:53"));
        Assert.Equal("10.0.0.9:4000->53.0.3.0:53", scene.Name(3));
    }

    [Fact]
    public void Sendto_OnAnUnknownDescriptor_IsTakenForUdp()
    {
        var scene = new Scene();
        scene.Run(EventType.SocketSendtoEnter, 6, 10, EventBuilder.IPv4("10.0.0.1:5000->8.8.8.8:53"));
        scene.Run(EventType.SocketSendtoExit, 10, "x"u8.ToArray());
        var descriptor = scene.Descriptor(6)!;
        Assert.Equal(("10.0.0.1:5000->8.8.8.8:53", (byte)3), (scene.Name(6), descriptor.TransportProtocol));
        Assert.True((descriptor.Flags & DescriptorFlags.RoleClient) != 0);
    }

    [Fact]
    public void Accept_OfAConnection_MakesTheThreadItsServer()
    {
        var scene = new Scene();
        scene.Run(EventType.SocketAcceptV5Enter);
        scene.Run(EventType.SocketAcceptV5Exit, 7, s_tuple, 0, 0, 5);
        Assert.Equal((DescriptorFlags.RoleServer | DescriptorFlags.SocketConnected, "10.0.0.1:40000->10.0.0.2:80"), (scene.Descriptor(7)!.Flags, scene.Name(7)));
    }

    [Fact]
    public void Connect_ToTheSystemLog_MakesWritesMessages()
    {
        var scene = new Scene();
        scene.OpenSocket(3, 1, Datagram);
        scene.Run(EventType.SocketConnectEnter, 3, (byte[])[1, .. "/dev/log\0"u8]);
        scene.Run(EventType.SocketConnectExit, 0, (byte[])[1, .. new byte[16], .. "/dev/log\0"u8]);
        Assert.Equal("0->0 /dev/log", scene.Name(3));
        scene.Run(EventType.SocketSendEnter, 3, 5);
        scene.Run(EventType.SocketSendExit, 5, "<14>x"u8.ToArray());
        Assert.True(scene.Context.IsLogMessage);
    }

    [Fact]
    public void Socketpair_OfTwo_KnowsBothEnds()
    {
        var scene = new Scene();
        scene.Run(EventType.SocketSocketpairEnter, 1, 1, 0);
        scene.Run(EventType.SocketSocketpairExit, 0, 3, 4, 0x10, 0x20);
        Assert.Equal((0x10ul, 0x20ul), (scene.Descriptor(4)!.UnixSource, scene.Descriptor(3)!.UnixDestination));
    }
}
