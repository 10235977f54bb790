using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Text;
using Mesoscope.Testing.Captures;
using Xunit;

namespace Mesoscope.Query.Tests.Text;

public class ParameterTextTests
{
    static readonly byte[] s_address = [2, 127, 0, 0, 1, 80, 0];
    static readonly byte[] s_pair = [2, 10, 0, 0, 1, 0xd2, 0x04, 10, 0, 0, 2, 80, 0];

    public static TheoryData<EventType, byte[][], string> Lines => new()
    {
        { EventType.SyscallCloseExit, [Parameter.I64(-9)], "res=-9(EBADF) " },
        { EventType.SyscallCloseExit, [Parameter.I64(-4000)], "res=-4000 " },
        { EventType.SyscallCloseExit, [Parameter.I64(-512)], "res=-512(ERESTARTSYS) " },
        { EventType.SyscallCloseEnter, [Parameter.I64(3)], "fd=3(<f>/etc/passwd) " },
        { EventType.SyscallCloseEnter, [Parameter.I64(4)], "fd=4(<d>/srv/data) " },
        { EventType.SyscallCloseEnter, [Parameter.I64(99)], "fd=99 " },
        { EventType.SyscallCloseEnter, [Parameter.I64(-100)], "fd=-100(AT_FDCWD) " },
        { EventType.SyscallCloseEnter, [Parameter.I64(-1)], "fd=-1(EPERM) " },
        { EventType.SyscallReadEnter, [Parameter.I64(3), Parameter.U32(uint.MaxValue)], "fd=3(<f>/etc/passwd) size=-1 " },
        { EventType.SyscallReadExit, [Parameter.I64(3), Parameter.Data(0x41, 0x0a, 0xff)], "res=3 data=A.. " },
        { EventType.SyscallOpenExit, [Parameter.I64(3), Parameter.Text("../a/./b"), Parameter.U32(0x1001), Parameter.U32(0x1ff)], "fd=3(<f>/etc/passwd) name=../a/./b(/home/a/b) flags=4097(O_RDONLY|O_CLOEXEC) mode=0777 " },
        { EventType.SyscallOpenExit, [Parameter.I64(-2), Parameter.Text("/x"), Parameter.U32(3), Parameter.U32(0)], "fd=-2(ENOENT) name=/x flags=3(O_RDWR) mode=0 " },
        { EventType.SyscallOpenatV2Exit, [Parameter.I64(-2), Parameter.I64(4), Parameter.Text("x"), Parameter.U32(0), Parameter.U32(0), Parameter.U32(0xca02)], "fd=-2(ENOENT) dirfd=4(<d>/srv/data) name=x(/srv/data/x) flags=0(O_NONE) mode=0 dev=CA02 " },
        { EventType.SocketConnectExit, [Parameter.I64(0), s_pair], "res=0 tuple=10.0.0.1:1234->10.0.0.2:80 " },
        { EventType.SocketConnectExit, [Parameter.I64(0), []], "res=0 tuple=NULL " },
        { EventType.SocketConnectExit, [Parameter.I64(0), [2, 1]], "res=0 tuple=INVALID IPv4 " },
        { EventType.SocketConnectExit, [Parameter.I64(0), [16]], "res=0 tuple=family 16 " },
        { EventType.SocketBindExit, [Parameter.I64(0), s_address], "res=0 addr=127.0.0.1:80 " },
        { EventType.SocketBindExit, [Parameter.I64(0), [1, .. Parameter.Text("/run/x")]], "res=0 addr=/run/x " },
        { EventType.SyscallKillEnter, [Parameter.I64(1), Parameter.U8(9)], "pid=1(init) sig=9(SIGKILL) " },
        { EventType.SyscallKillEnter, [Parameter.I64(5), Parameter.U8(0)], "pid=5 sig=0 " },
        { EventType.SyscallNanosleepEnter, [Parameter.I64(250_000_000)], "interval=250000000(0.25s) " },
        { EventType.SyscallNanosleepEnter, [Parameter.I64(20_000)], "interval=20000(2e-05s) " },
        { EventType.SyscallNanosleepEnter, [Parameter.I64(-1)], "interval=none " },
        { EventType.SyscallBrkV4Enter, [Parameter.I64(0x562c72383000)], "addr=562C72383000 " },
        { EventType.SyscallSetuidEnter, [Parameter.U32(33)], "uid=33(www-data) " },
        { EventType.SyscallSetuidEnter, [Parameter.U32(34)], "uid=34(<NA>) " },
        { EventType.SyscallSetuidEnter, [Parameter.U32(uint.MaxValue)], "uid=-1(<NONE>) " },
        { EventType.SyscallSetgidEnter, [Parameter.U32(44)], "gid=44(video) " },
        { EventType.SyscallPollEnter, [[2, 0, .. Parameter.I64(3), 1, 0, .. Parameter.I64(99), 0xff, 0xff], Parameter.I64(5)], "fds=3:f1 99:?ffffffff timeout=5 " },
        { EventType.SocketSocketEnter, [Parameter.U32(1), Parameter.U32(526337), Parameter.U32(0)], "domain=1(AF_LOCAL) type=526337 proto=0 " },
        { EventType.SocketGetsockoptExit, [Parameter.I64(0), Parameter.I64(3), Parameter.U8(1), Parameter.U8(4), [1, .. Parameter.I64(-111)], Parameter.U32(4)], "res=0 fd=3(<f>/etc/passwd) level=1(SOL_SOCKET) optname=4(SO_ERROR) val=-111(ECONNREFUSED) optlen=4 " },
        { EventType.SocketGetsockoptExit, [Parameter.I64(0), Parameter.I64(3), Parameter.U8(0), Parameter.U8(0), [], Parameter.U32(4)], "res=0 fd=3(<f>/etc/passwd) level=0(UNKNOWN) optname=0(UNKNOWN) val=INVALID DYNAMIC PARAMETER optlen=4 " },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void AppendAll_EachType_ReadsAsUsual(EventType type, byte[][] parameters, string expected)
    {
        var output = new Utf8Writer();
        new ParameterText(BufferStyle.Dots, 80, resolvesPorts: false).AppendAll(output, new EventScene().Show(type, parameters));
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }

    [Theory]
    [InlineData(BufferStyle.Dots, "ab..")]
    [InlineData(BufferStyle.Ascii, "\nab\n")]
    [InlineData(BufferStyle.Hex, "\n\t0x0000: 6162 0d0a\n")]
    [InlineData(BufferStyle.HexAscii, "\n\t0x0000: 6162 0d0a                                ab..\n")]
    [InlineData(BufferStyle.Base64, "YWINCg==")]
    public void Append_BufferInEachStyle_HasItsLayout(BufferStyle style, string expected)
    {
        var output = new Utf8Writer();
        var context = new EventScene().Show(EventType.SyscallReadExit, Parameter.I64(4), Parameter.Data(0x61, 0x62, 13, 10));
        new ParameterText(style, 80, resolvesPorts: false).Append(output, context, 1, ParameterForm.Plain);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void Append_LongBuffer_IsCutWithThreeDots()
    {
        var output = new Utf8Writer();
        var context = new EventScene().Show(EventType.SyscallReadExit, Parameter.I64(4), [.. Enumerable.Repeat((byte)'x', 81)]);
        new ParameterText(BufferStyle.Dots, 80, resolvesPorts: false).Append(output, context, 1, ParameterForm.Plain);
        Assert.Equal(new string('x', 77) + "...", Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void AppendAll_ParametersCutAnywhere_NeverThrows()
    {
        var text = new ParameterText(BufferStyle.Dots, 80, resolvesPorts: false);
        var output = new Utf8Writer();
        foreach (var line in Lines)
        {
            var parameters = (byte[][])line[1];
            for (var length = 0; length < parameters.Max(static parameter => parameter.Length); length++)
            {
                output.Clear();
                var cut = Array.ConvertAll(parameters, parameter => parameter[..Math.Min(length, parameter.Length)]);
                text.AppendAll(output, new EventScene().Show((EventType)line[0], cut));
                Assert.EndsWith(" ", Encoding.UTF8.GetString(output.Written), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void AppendAll_SteadyState_AllocatesNothing()
    {
        var text = new ParameterText(BufferStyle.Dots, 80, resolvesPorts: false);
        var output = new Utf8Writer();
        var scene = new EventScene();
        foreach (var line in Lines)
        {
            var context = scene.Show((EventType)line[0], (byte[][])line[1]);
            text.AppendAll(output, context);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                output.Clear();
                text.AppendAll(output, context);
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
