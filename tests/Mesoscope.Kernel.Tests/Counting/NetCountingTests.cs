using System.Net;
using Mesoscope.Kernel.Counting;
using static Mesoscope.Kernel.Tests.Counting.CallProgram;

namespace Mesoscope.Kernel.Tests.Counting;

[Collection("counting")]
public sealed class NetCountingTests
{
    const int Inet = 2;
    const int Stream = 1;
    const int NonBlocking = 0x800;

    [CountingFact]
    public void Read_AfterConnectionsToItself_CountsBothEnds()
    {
        var program = new CallProgram();
        var buffer = Address(program.Room(4096));
        var port = FreePort();
        var name = Address(program.Bytes(Loopback(port)));
        var listener = program.Call(Socket, Inet, Stream, 0);
        program.Call(Bind, listener, name, 16);
        program.Call(Listen, listener, 8);
        var client = program.Call(Socket, Inet, Stream, 0);
        program.Call(Connect, client, name, 16);
        var server = program.Call(Accept, listener, 0, 0);
        program.Repeat(10, () => program.Call(Write, client, buffer, 100));
        program.Call(ReceiveFrom, server, buffer, 50, 2, 0, 0);
        program.Call(ReceiveFrom, server, buffer, 1000, 0x100, 0, 0);
        program.Call(SendTo, server, buffer, 33, 0, 0, 0);
        program.Call(Read, client, buffer, 4096);
        program.Call(ReceiveFrom, client, buffer, 1, 0x40, 0, 0);
        program.Call(Connect, client, name, 16);
        program.Call(Close, server);
        program.Call(Close, client);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var counts = run.Run();
        var activity = counts.Processes[run.ProcessId];

        // The first receive only peeks, the last one would have to wait (EAGAIN, no failure), the second connect fails (EISCONN).
        var expected = new Activity
        {
            Calls = 1 + 6 + 10 + 5 + 1 + 2,
            Errors = 2,
            NetOperations = 10 + 4,
            NetBytesOut = 1033,
            NetBytesIn = 1033,
            NetErrors = 1,
            ConnectionsIn = 1,
            ConnectionsOut = 1,
            ProcessEnds = 1,
        };
        Assert.Equal(expected, activity with { NetTime = 0, MinorFaults = 0, MajorFaults = 0 });
        Assert.Equal(activity, counts.Groups[run.Group]);

        var connections = counts.Connections.Where(c => c.ProcessId == run.ProcessId).ToList();
        var fromClient = Assert.Single(connections, c => !c.IsServer);
        var fromServer = Assert.Single(connections, c => c.IsServer);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, port), fromClient.Remote);
        Assert.Equal(fromClient.Remote, fromServer.Local);
        Assert.Equal(fromClient.Local, fromServer.Remote);
        Assert.Equal((1000UL, 33UL, 11UL), (fromClient.BytesOut, fromClient.BytesIn, fromClient.Operations));
        Assert.Equal((33UL, 1000UL, 3UL), (fromServer.BytesOut, fromServer.BytesIn, fromServer.Operations));
        Assert.All(connections, c => Assert.Equal((TransportProtocol.Tcp, run.Group, true), (c.Protocol, c.ControlGroup, c.HasEnded)));
    }

    [CountingFact]
    public void Read_AfterConnectionInTheBackground_CountsItOnce()
    {
        var program = new CallProgram();
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var name = Address(program.Bytes(Loopback(((IPEndPoint)listener.LocalEndpoint).Port)));
        var client = program.Call(Socket, Inet, Stream | NonBlocking, 0);
        program.Call(Connect, client, name, 16);
        program.Repeat(3, () => program.Call(Connect, client, name, 16));
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        Assert.Equal(1UL, run.Run().Processes[run.ProcessId].ConnectionsOut);
    }

    [CountingFact]
    public void Read_AfterWaiting_HasTheTime()
    {
        var program = new CallProgram();
        var buffer = Address(program.Room(64));
        var name = Address(program.Bytes(Loopback(FreePort())));
        var socket = program.Call(Socket, Inet, 2, 0);
        program.Call(Bind, socket, name, 16);

        // SO_RCVTIMEO of a quarter of a second.
        program.Call(54, socket, 1, 20, Address(program.Bytes([0, 0, 0, 0, 0, 0, 0, 0, 0x90, 0xD0, 3, 0, 0, 0, 0, 0])), 16);
        program.Repeat(2, () => program.Call(ReceiveFrom, socket, buffer, 64, 0, 0, 0));
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        Assert.InRange(run.Run().Processes[run.ProcessId].NetTime, 490_000_000UL, 1_500_000_000UL);
    }

    [CountingFact]
    public void Read_AfterUnixSocketsAndPipes_CountsNoNet()
    {
        var program = new CallProgram();
        var pair = program.Room(8);
        program.Call(53, 1, Stream, 0, Address(pair));
        var buffer = Address(program.Room(64));
        program.Repeat(5, () => program.Call(Write, 3, buffer, 8));
        program.Repeat(5, () => program.Call(Read, 4, buffer, 8));
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var activity = run.Run().Processes[run.ProcessId];
        Assert.Equal((0UL, 0UL, 12UL, 0UL), (activity.NetOperations, activity.FileReads + activity.FileWrites, activity.Calls, activity.Errors));
    }

    [CountingFact]
    public void ReadQueues_WhileNobodyAccepts_HasThoseWhoWait()
    {
        using var early = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        early.Start(9);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var late = new System.Net.Sockets.TcpListener(IPAddress.IPv6Loopback, 0);
        late.Start(7);
        using var first = Connected(early);
        using var second = Connected(late);
        using var third = Connected(late);
        var queues = new List<ListenQueue>();
        counting.ReadQueues(queues);

        var before = Assert.Single(queues, q => q.Local.Equals(early.LocalEndpoint));
        Assert.Equal((1, 9, Environment.ProcessId), (before.Length, before.Limit, before.ProcessId));
        var after = Assert.Single(queues, q => q.Local.Equals(late.LocalEndpoint));
        Assert.Equal((2, 7, Environment.ProcessId), (after.Length, after.Limit, after.ProcessId));

        late.Stop();
        counting.ReadQueues(queues);
        Assert.DoesNotContain(queues, q => q.Socket == after.Socket);
    }

    internal static byte[] Loopback(int port) => [2, 0, (byte)(port >> 8), (byte)port, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

    internal static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static System.Net.Sockets.TcpClient Connected(System.Net.Sockets.TcpListener listener)
    {
        var end = (IPEndPoint)listener.LocalEndpoint;
        var client = new System.Net.Sockets.TcpClient(end.AddressFamily);
        client.Connect(end);
        return client;
    }
}
