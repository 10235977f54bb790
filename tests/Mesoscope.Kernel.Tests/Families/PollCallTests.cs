using System.Buffers.Binary;

namespace Mesoscope.Kernel.Tests.Families;

public sealed class PollCallTests
{
    // asm-generic/poll.h.
    const int In = 1;
    const int Out = 4;
    const int PeerClosed = 0x2000;

    [LiveFact]
    public void Poll_OfSeveral_HasWhatIsWaitedForAndWhatHappened()
    {
        var pair = new int[2];
        Assert.Equal(0, Calls.SocketPair(Address.UnixFamily, 1, 0, pair));
        var list = new byte[16];
        Write(list, pair[0], In | PeerClosed);
        Write(list.AsSpan(8), pair[1], Out);
        var calls = RecordedCall.Record(["poll", "ppoll"], () =>
        {
            Calls.Poll(list, 2, -1);
            Calls.Poll(list, 1, 0);
            Calls.Poll(list, 2, [1, 5], 0);
            Calls.Poll([], 2, 0);
        });
        Calls.Close(pair);

        Assert.Equal([">poll", "<poll", ">poll", "<poll", ">ppoll", "<ppoll", ">poll", "<poll"], calls.Select(c => c.Name));
        // POLLRDHUP is 8 in the format.
        var all = $"0200{Entry(pair[0], In | 8)}{Entry(pair[1], Out)}";
        Assert.Equal((all, -1), (calls[0].Hex(0), calls[0].Number(1)));
        Assert.Equal((1, $"0100{Entry(pair[1], Out)}"), (calls[1].Number(0), calls[1].Hex(1)));
        Assert.Equal((0, "0000"), (calls[3].Number(0), calls[3].Hex(1)));
        Assert.Equal((all, 1_000_000_005), (calls[4].Hex(0), calls[4].Number(1)));
        Assert.Equal((1, $"0100{Entry(pair[1], Out)}"), (calls[5].Number(0), calls[5].Hex(1)));
        Assert.Equal("0000", calls[6].Hex(0));
        Assert.Equal((-14, "0000"), (calls[7].Number(0), calls[7].Hex(1)));
    }

    [LiveFact]
    public void Poll_OfMany_HasTheFirst()
    {
        var list = new byte[300 * 8];
        for (var i = 0; i < 300; i++)
        {
            Write(list.AsSpan(8 * i), -1 - i, In);
        }

        var calls = RecordedCall.Record(["poll"], () => Calls.Poll(list, 300, 0));

        Assert.Equal(2 + (256 * 10), calls[0].Parameters[0].Length);
        Assert.EndsWith(Entry(-256, In), calls[0].Hex(0), StringComparison.Ordinal);
    }

    static void Write(Span<byte> entry, int descriptor, short events)
    {
        BinaryPrimitives.WriteInt32LittleEndian(entry, descriptor);
        BinaryPrimitives.WriteInt16LittleEndian(entry[4..], events);
        BinaryPrimitives.WriteInt16LittleEndian(entry[6..], 0);
    }

    static string Entry(long descriptor, short events)
    {
        var entry = new byte[10];
        BinaryPrimitives.WriteInt64LittleEndian(entry, descriptor);
        BinaryPrimitives.WriteInt16LittleEndian(entry.AsSpan(8), events);
        return Convert.ToHexString(entry);
    }
}
