using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Mesoscope.Kernel.Counting.Happenings;
using Mesoscope.Kernel.Counting.Programs;
using Mesoscope.Kernel.Counting.Records;

namespace Mesoscope.Kernel.Tests.Counting.Happenings;

public sealed class HappeningReaderTests
{
    static readonly HappeningReader s_reader = new(new CallTable(isArm: false), new NameTexts(), bootToEpoch: 1000);

    [Theory]
    [InlineData(0u, 0, 0, false)]
    [InlineData(0x0700u, 7, 0, false)]
    [InlineData(9u, 0, 9, false)]
    [InlineData(0x8Bu, 0, 11, true)]
    public void Read_OfAnEnd_SplitsTheExitCode(uint code, int status, int signal, bool hasCore)
    {
        var end = s_reader.Read(new ThreadRecord { ExitCode = code, Begin = 5 });
        Assert.Equal((status, signal, hasCore, 1005UL), (end.ExitStatus, end.Signal, end.HasCore, end.BeginTime));
    }

    [Fact]
    public void Read_OfListenOnIp6_HasItsAddress()
    {
        var record = Record(50, 98, FailureRecord.SocketAddress, [10, 0, 0x1F, 0x90, .. new byte[4], .. new byte[15], 1, 0, 0, 0, 0], 3, 128);
        var call = s_reader.Read(record);
        Assert.Equal(("listen", "EADDRINUSE", "fd=3 addr=[::1]:8080 backlog=128", new IPEndPoint(IPAddress.IPv6Loopback, 8080), true), (call.Call, call.ErrorName, call.Arguments, call.Address, call.IsPortConflict));
    }

    [Fact]
    public void Read_OfConnectToAPath_HasThePath()
    {
        var call = s_reader.Read(Record(42, 111, FailureRecord.SocketAddress, [1, 0, .. "/run/app\n.sock\0"u8], 5));
        Assert.Equal(("connect", "fd=5 addr=/run/app..sock", null as IPEndPoint, false), (call.Call, call.Arguments, call.Address, call.IsPortConflict));
    }

    [Theory]
    [InlineData(257, -100L, "a/b", "name=a/b")]
    [InlineData(257, 7L, "a/b", "dirfd=7 name=a/b")]
    [InlineData(257, 7L, "/a/b", "name=/a/b")]
    [InlineData(59, 0L, "/bin/x", "filename=/bin/x")]
    [InlineData(2, 0L, "/etc/x", "name=/etc/x")]
    public void Read_OfCallsOnPaths_HasThePath(int number, long first, string path, string expected) =>
        Assert.Equal(expected, s_reader.Read(Record(number, 2, FailureRecord.Path, Encoding.UTF8.GetBytes(path), first)).Arguments);

    [Theory]
    [InlineData(0, "fd=4")]
    [InlineData(41, "domain=4 type=0 proto=0")]
    [InlineData(40, "fd=4 fd=0")]
    [InlineData(39, "")]
    [InlineData(9999, "")]
    public void Read_OfOtherCalls_HasWhatIsSimple(int number, string expected) => Assert.Equal(expected, s_reader.Read(Record(number, 9, 0, [], 4)).Arguments);

    [Fact]
    public void Read_OfCutAndForeignTexts_DoesNotFail()
    {
        byte[] address = [2, 0, 0x1F, 0x90, 127, 0, 0, 1, .. new byte[8]];
        for (var length = -1; length <= 200; length++)
        {
            var record = Record(49, 98, FailureRecord.SocketAddress, address, 3);
            record.TextLength = length;
            Assert.Equal(length >= 8, s_reader.Read(record).Address is not null);
            record.TextKind = FailureRecord.Path;
            record.Call = 2;
            Assert.StartsWith("name=", s_reader.Read(record).Arguments, StringComparison.Ordinal);
        }
    }

    static FailureRecord Record(int call, int error, ushort kind, ReadOnlySpan<byte> text, params ReadOnlySpan<long> arguments)
    {
        var record = new FailureRecord { Call = call, Error = error, TextKind = kind, TextLength = text.Length };
        text.CopyTo(MemoryMarshal.AsBytes(new Span<TextBytes>(ref record.Text)));
        for (var i = 0; i < arguments.Length; i++)
        {
            record.Arguments[i] = (ulong)arguments[i];
        }

        return record;
    }
}
