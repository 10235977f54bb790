using System.Text;

namespace Mesoscope.Kernel.Tests.Families;

public sealed class SocketCallTests
{
    const int Stream = 1;
    const int Datagram = 2;
    const int SocketLevel = 1;
    const string Loopback = "7F000001";
    const string Loopback6 = "00000000000000000000000000000001";

    [LiveFact]
    public void Connection_OverIp_HasTheTupleOfTheKernel()
    {
        int server = 0, client = 0, accepted = 0, port = 0, clientPort = 0;
        var calls = RecordedCall.Record(["socket", "bind", "listen", "connect", "accept"], () =>
        {
            server = Calls.Socket(Address.InternetFamily, Stream, 0);
            Calls.Bind(server, Address.Loopback(0), 16);
            Assert.Equal(0, Calls.Listen(server, 7));
            port = Address.PortOf(server);
            client = Calls.Socket(Address.InternetFamily, Stream, 6);
            Calls.Connect(client, Address.Loopback(port), 16);
            clientPort = Address.PortOf(client);
            accepted = Calls.Accept(server, 0, 0, 0x80000);
        });
        Calls.Close(server, client, accepted);

        Assert.Equal([">socket", "<socket", ">bind", "<bind", ">listen", "<listen", ">socket", "<socket", ">connect", "<connect", ">accept", "<accept"], calls.Select(c => c.Name));
        Assert.Equal([Address.InternetFamily, Stream, 6], Numbers(calls[6]));
        Assert.Equal([client], Numbers(calls[7]));
        Assert.Equal($"02{Loopback}0000", calls[3].Hex(1));
        Assert.Equal([server, 7], Numbers(calls[4]));
        Assert.Equal($"02{Loopback}{Address.PortHex(port)}", calls[8].Hex(1));
        var tuple = $"02{Loopback}{Address.PortHex(clientPort)}{Loopback}{Address.PortHex(port)}";
        Assert.Equal(0, calls[9].Number(0));
        Assert.Equal(tuple, calls[9].Hex(1));
        Assert.Equal(0x80000, calls[10].Number(0));
        Assert.Equal(accepted, calls[11].Number(0));
        Assert.Equal(tuple, calls[11].Hex(1));
        Assert.Equal(["00", "00000000", "07000000"], Enumerable.Range(2, 3).Select(calls[11].Hex));
    }

    [LiveFact]
    public void Connection_OverIp6_HasTheTupleOfTheKernel()
    {
        int server = 0, client = 0, port = 0, clientPort = 0;
        var calls = RecordedCall.Record(["bind", "connect"], () =>
        {
            server = Calls.Socket(Address.Internet6Family, Stream, 0);
            Calls.Bind(server, Address.Loopback6(0), 28);
            Assert.Equal(0, Calls.Listen(server, 1));
            port = Address.PortOf(server);
            client = Calls.Socket(Address.Internet6Family, Stream, 0);
            Calls.Connect(client, Address.Loopback6(port), 28);
            clientPort = Address.PortOf(client);
        });
        Calls.Close(server, client);

        Assert.Equal($"0A{Loopback6}0000", calls[1].Hex(1));
        Assert.Equal($"0A{Loopback6}{Address.PortHex(port)}", calls[2].Hex(1));
        Assert.Equal($"0A{Loopback6}{Address.PortHex(clientPort)}{Loopback6}{Address.PortHex(port)}", calls[3].Hex(1));
    }

    [LiveFact]
    public void Connection_ToAnAbstractName_HasBothSocketsAndTheName()
    {
        var name = Address.Unix($"\0mesoscope test {Environment.ProcessId}");
        int server = 0, client = 0;
        var calls = RecordedCall.Record(["bind", "connect"], () =>
        {
            server = Calls.Socket(Address.UnixFamily, Stream, 0);
            client = Calls.Socket(Address.UnixFamily, Stream, 0);
            Calls.Connect(client, name, name.Length);
            Calls.Bind(server, name, name.Length);
            Assert.Equal(0, Calls.Listen(server, 1));
            Calls.Connect(client, name, name.Length);
        });
        Calls.Close(server, client);

        var text = $"@mesoscope test {Environment.ProcessId}\0";
        Assert.Equal(-111, calls[1].Number(0));
        Assert.Equal(new byte[8], calls[1].Parameters[1][1..9]);
        Assert.Equal("\u0001" + text, calls[3].Text(1));
        var tuple = calls[5].Parameters[1];
        Assert.Equal(1, tuple[0]);
        Assert.NotEqual(new byte[8], tuple[1..9]);
        Assert.Equal(calls[1].Parameters[1][9..17], tuple[9..17]);
        Assert.Equal(text, Encoding.UTF8.GetString(tuple[17..]));
    }

    [LiveFact]
    public void Datagram_WithoutConnection_HasTheAddressOfTheCall()
    {
        int receiver = 0, sender = 0, port = 0, senderPort = 0;
        var data = new byte[32];
        var from = new byte[16];
        var fromBytes = 16;
        var calls = RecordedCall.Record(["sendto", "recvfrom"], () =>
        {
            receiver = Calls.Socket(Address.InternetFamily, Datagram, 0);
            Calls.Bind(receiver, Address.Loopback(0), 16);
            port = Address.PortOf(receiver);
            sender = Calls.Socket(Address.InternetFamily, Datagram, 0);
            Calls.SendTo(sender, "datagram"u8, 8, 0, Address.Loopback(port), 16);
            senderPort = Address.PortOf(sender);
            Calls.ReceiveFrom(receiver, data, 32, 0, from, ref fromBytes);
            Calls.SendTo(99999, "nobody"u8, 6, 0, [], 0);
        });
        Calls.Close(receiver, sender);

        Assert.Equal([sender, 8], Numbers(calls[0], 2));
        Assert.Equal($"02000000000000{Loopback}{Address.PortHex(port)}", calls[0].Hex(2));
        Assert.Equal("datagram", calls[1].Text(1));
        Assert.Equal([receiver, 32], Numbers(calls[2]));
        Assert.Equal("datagram", calls[3].Text(1));
        Assert.Equal($"02{Loopback}{Address.PortHex(senderPort)}{Loopback}{Address.PortHex(port)}", calls[3].Hex(2));
        Assert.Equal([99999, 6], Numbers(calls[4], 2));
        Assert.Empty(calls[4].Parameters[2]);
        Assert.Equal(-9, calls[5].Number(0));
        Assert.Empty(calls[5].Parameters[1]);
    }

    [LiveFact]
    public void Options_OfEachType_HaveTypedValues()
    {
        var socket = Calls.Socket(Address.InternetFamily, Stream, 0);
        var value = new byte[8];
        int errorBytes = 4, cookieBytes = 8, badBytes = 4;
        var calls = RecordedCall.Record(["setsockopt", "getsockopt"], () =>
        {
            Calls.SetOption(socket, SocketLevel, 2, [1, 0, 0, 0], 4);
            Calls.SetOption(socket, SocketLevel, 20, [2, 0, 0, 0, 0, 0, 0, 0, 0x20, 0xA1, 7, 0, 0, 0, 0, 0], 16);
            Calls.SetOption(socket, 6, 1, [1, 0, 0, 0], 4);
            Calls.SetOption(socket, SocketLevel, 25, "lo\0"u8, 3);
            Calls.GetOption(socket, SocketLevel, 4, value, ref errorBytes);
            Calls.GetOption(socket, SocketLevel, 57, value, ref cookieBytes);
            Calls.GetOption(99999, SocketLevel, 3, value, ref badBytes);
        });
        Calls.Close(socket);

        var exits = calls.Where(c => c.Name[0] == '<').ToList();
        Assert.All(calls.Except(exits), c => Assert.Empty(c.Parameters));
        Assert.Equal(["01 02 0201000000", "01 14 0400F9029500000000", "02 00 0001000000", "01 19 006C6F00", "01 04 010000000000000000"],
            exits.Take(5).Select(c => $"{c.Hex(2)} {c.Hex(3)} {c.Hex(4)}"));
        Assert.Equal([4, 16, 4, 3, 4, 8, 0], exits.Select(c => c.Number(5)));
        Assert.Equal($"03{Convert.ToHexString(value)}", exits[5].Hex(4));
        Assert.Equal([-9, 99999], Numbers(exits[6], 2));
        Assert.Equal("00", exits[6].Hex(4));
    }

    [LiveFact]
    public void Pair_OfUnixSockets_HasTheKernelsAddresses()
    {
        var pair = new int[2];
        var calls = RecordedCall.Record(["socketpair"], () => Calls.SocketPair(Address.UnixFamily, Stream, 0, pair));
        Calls.Close(pair);

        Assert.Equal([Address.UnixFamily, Stream, 0], Numbers(calls[0]));
        Assert.Equal([0, pair[0], pair[1]], Numbers(calls[1], 3));
        Assert.NotEqual(0, calls[1].Number(3));
        Assert.NotEqual(0, calls[1].Number(4));
        Assert.NotEqual(calls[1].Number(3), calls[1].Number(4));
    }

    static long[] Numbers(RecordedCall call, int count = int.MaxValue) =>
        [.. Enumerable.Range(0, Math.Min(count, call.Parameters.Length)).Select(call.Number)];
}
