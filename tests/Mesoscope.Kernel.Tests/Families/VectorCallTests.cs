namespace Mesoscope.Kernel.Tests.Families;

public sealed unsafe class VectorCallTests
{
    const int Stream = 1;

    [LiveFact]
    public void Vectors_ThroughASocket_HaveSizeAndPayload()
    {
        var pair = new int[2];
        Assert.Equal(0, Calls.SocketPair(Address.UnixFamily, Stream, 0, pair));
        var sent = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        var taken = new byte[64];
        List<RecordedCall> calls;
        fixed (byte* from = sent, to = taken)
        {
            nint[] write = [(nint)from, 3, (nint)from, 0, (nint)(from + 3), 4];
            nint[] read = [(nint)to, 2, (nint)(to + 10), 50];
            nint[] large = [(nint)from, 60, (nint)(from + 60), 140];
            calls = RecordedCall.Record(["writev", "readv"], () =>
            {
                Calls.WriteVectors(pair[0], write, 3);
                Calls.ReadVectors(pair[1], read, 2);
                Calls.WriteVectors(pair[0], large, 2);
                Calls.ReadVectors(99999, read, 2);
            });
        }

        Calls.Close(pair);
        Assert.Equal([">writev", "<writev", ">readv", "<readv", ">writev", "<writev", ">readv", "<readv"], calls.Select(c => c.Name));
        Assert.Equal((pair[0], 7), (calls[0].Number(0), calls[0].Number(1)));
        Assert.Equal(sent[..7], calls[1].Parameters[1]);
        Assert.Equal(pair[1], calls[2].Number(0));
        Assert.Equal((7, 7), (calls[3].Number(0), calls[3].Number(1)));
        Assert.Equal(sent[..7], calls[3].Parameters[2]);
        Assert.Equal((pair[0], 200), (calls[4].Number(0), calls[4].Number(1)));
        Assert.Equal(sent[..LiveOptions.DefaultPayloadBytes], calls[5].Parameters[1]);
        Assert.Equal((-9, 52), (calls[7].Number(0), calls[7].Number(1)));
        Assert.Empty(calls[7].Parameters[2]);
    }

    [LiveFact]
    public void Vectors_WithoutMemory_AreEmpty()
    {
        var calls = RecordedCall.Record(["writev"], () => Calls.WriteVectors(1, [], 1000));

        Assert.Equal((1, 0), (calls[0].Number(0), calls[0].Number(1)));
        Assert.Equal(-14, calls[1].Number(0));
        Assert.Empty(calls[1].Parameters[1]);
    }

    [LiveFact]
    public void Messages_WithAnAddress_HaveTupleSizeAndPayload()
    {
        var receiver = Calls.Socket(Address.InternetFamily, 2, 0);
        var sender = Calls.Socket(Address.InternetFamily, 2, 0);
        Assert.Equal(0, Calls.Bind(receiver, Address.Loopback(0), 16));
        var port = Address.PortOf(receiver);
        byte[] data = [1, 2, 3, 4, 5], taken = new byte[20], address = Address.Loopback(port), peer = new byte[16];
        List<RecordedCall> calls;
        fixed (byte* from = data, to = taken, name = address, origin = peer)
        {
            nint[] write = [(nint)from, 2, (nint)(from + 2), 3], read = [(nint)to, 20];
            fixed (nint* writeVectors = write, readVectors = read)
            {
                nint[] message = [(nint)name, 16, (nint)writeVectors, 2, 0, 0, 0], received = [(nint)origin, 16, (nint)readVectors, 1, 0, 0, 0];
                calls = RecordedCall.Record(["sendmsg", "recvmsg"], () =>
                {
                    Calls.SendMessage(sender, message, 0);
                    Calls.ReceiveMessage(receiver, received, 0);
                });
            }
        }

        var senderPort = Address.PortOf(sender);
        Calls.Close(receiver, sender);
        Assert.Equal((sender, 5), (calls[0].Number(0), calls[0].Number(1)));
        Assert.Equal($"020000000000007F000001{Address.PortHex(port)}", calls[0].Hex(2));
        Assert.Equal(data, calls[1].Parameters[1]);
        Assert.Equal((5, 5), (calls[3].Number(0), calls[3].Number(1)));
        Assert.Equal(data, calls[3].Parameters[2]);
        Assert.Equal($"027F000001{Address.PortHex(senderPort)}7F000001{Address.PortHex(port)}", calls[3].Hex(3));
    }
}
