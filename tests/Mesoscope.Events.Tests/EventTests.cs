using System.Buffers.Binary;
using Mesoscope.Events.Schema;

namespace Mesoscope.Events.Tests;

public class EventTests
{
    [Fact]
    public void Attach_NewFormat_ReadsHeaderAndParameters()
    {
        var bytes = Read(7, "hello"u8);
        var e = new Event();

        e.Attach(bytes, 0, bytes.Length, cpu: 3, EventBlockFlags.StateOnly);

        Assert.Equal(42UL, e.Timestamp);
        Assert.Equal(1234, e.ThreadId);
        Assert.Equal(EventType.SyscallReadExit, e.Type);
        Assert.Equal(3, e.Cpu);
        Assert.Equal(EventBlockFlags.StateOnly, e.BlockFlags);
        Assert.Equal(2, e.ParameterCount);
        Assert.Equal(7, e.Int64(0));
        Assert.Equal("hello"u8, e.Parameter(1));
        Assert.False(e.IsCut);
    }

    [Fact]
    public void Attach_OldFormat_CountsParametersAsTold()
    {
        var bytes = Read(-2, "x"u8).AsSpan();
        byte[] old = [.. bytes[..Event.OldHeaderBytes], .. bytes[Event.HeaderBytes..]];
        var e = new Event();

        e.Attach(old, 0, old.Length, 0, EventBlockFlags.None, parameterCount: 2);

        Assert.Equal(-2, e.Int64(0));
        Assert.Equal("x"u8, e.Parameter(1));
    }

    [Fact]
    public void Parameter_EveryPrefixOfAnEvent_NeverReadsBeyondIt()
    {
        var bytes = Read(7, "hello"u8);
        for (var length = Event.HeaderBytes; length < bytes.Length; length++)
        {
            var cut = bytes.AsSpan(0, length).ToArray();
            var e = new Event();

            e.Attach(cut, 0, length, 0, EventBlockFlags.None);
            var total = e.Parameter(0).Length + e.Parameter(1).Length;

            Assert.True(total <= length - Event.HeaderBytes);
            Assert.True(e.IsCut);
        }
    }

    [Fact]
    public void Parameter_LengthBeyondTheEvent_IsCutAtItsEnd()
    {
        var bytes = Read(7, "hello"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Event.HeaderBytes + 2), ushort.MaxValue);
        var e = new Event();

        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);

        Assert.Equal("hello"u8, e.Parameter(1));
        Assert.True(e.IsCut);
    }

    [Fact]
    public void Parameter_CountOfFourBillion_ReadsWhatIsThere()
    {
        var bytes = Read(7, "hello"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Event.OldHeaderBytes), uint.MaxValue);
        var e = new Event();

        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);

        Assert.True(e.Parameter(1).Length < bytes.Length);
        Assert.True(e.Parameter(Event.MaxParameters).IsEmpty);
        Assert.True(e.IsCut);
    }

    [Fact]
    public void Parameter_LargePayload_HasWideLengths()
    {
        byte[] payload = [.. "{}"u8, 0];
        var bytes = Header(EventType.ContainerJsonV2Enter, 1, 4 + payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Event.HeaderBytes), (uint)payload.Length);
        payload.CopyTo(bytes, Event.HeaderBytes + 4);
        var e = new Event();

        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.Large);

        Assert.Equal("{}"u8, e.Text(0));
    }

    [Theory]
    [InlineData(new byte[] { 0xFE }, -2)]
    [InlineData(new byte[] { 0xFE, 0xFF }, -2)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xFF, 0xFF }, -2)]
    [InlineData(new byte[] { }, 0)]
    public void Int64_ShorterParameter_IsSignExtended(byte[] value, long expected)
    {
        var bytes = Header(EventType.SyscallReadExit, 2, 4 + value.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Event.HeaderBytes), (ushort)value.Length);
        value.CopyTo(bytes, Event.HeaderBytes + 4);
        var e = new Event();

        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);

        Assert.Equal(expected, e.Int64(0));
    }

    [Fact]
    public void Attach_AgainAndAgain_AllocatesNothing()
    {
        var bytes = Read(7, "hello"u8);
        var e = new Event();
        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
        _ = e.Int64(0);
        long sum = 0;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
            sum += e.Int64(0) + e.Parameter(1).Length;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(12_000, sum);
    }

    static byte[] Read(long result, ReadOnlySpan<byte> data)
    {
        var bytes = Header(EventType.SyscallReadExit, 2, 4 + 8 + data.Length);
        var at = Event.HeaderBytes;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 2), (ushort)data.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + 4), result);
        data.CopyTo(bytes.AsSpan(at + 12));
        return bytes;
    }

    static byte[] Header(EventType type, uint parameters, int rest)
    {
        var bytes = new byte[Event.HeaderBytes + rest];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, 42);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), 1234);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)type);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(22), parameters);
        return bytes;
    }
}
