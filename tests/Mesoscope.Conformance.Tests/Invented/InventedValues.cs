using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Conformance.Tests.Invented;

// Values of parameters by their type: usual ones and those at the edges, drawn at random.
sealed class InventedValues(Random random)
{
    static readonly string[] s_paths = ["/etc/passwd", "relative/path", "../up", "/tmp/a b", "/", ".", "/var/log/../log/y", "/a//b/./c", "café", "/dev/log"];
    static readonly string[] s_addresses = ["0.0.0.0", "127.0.0.1", "10.0.0.5", "8.8.8.8"];
    static readonly ushort[] s_ports = [0, 53, 80, 8080, 65535];

    public byte[] Next(ParameterInfo parameter) => parameter.Type switch
    {
        ParameterType.CharBuf or ParameterType.FsPath or ParameterType.FsRelPath => Parameter.Text(One(s_paths)),
        ParameterType.ByteBuf => One<byte[]>([[], "hello world\n"u8.ToArray(), "GET / HTTP/1.0\r\n\r\n"u8.ToArray(), Bytes(90), Bytes(7)]),
        ParameterType.Fd => Parameter.I64(One([0L, 1, 2, 3, 4, 5, 6, 7, -1, -2, -9])),
        ParameterType.Errno => Parameter.I64(One([0L, 0, 0, 5, 100, -1, -2, -11, -13, -115, -512])),
        ParameterType.Pid => Parameter.I64(One([0L, 1, 100, 101, 400])),
        ParameterType.Int64 => Parameter.I64(One([0L, 1, -1, 1024, long.MinValue])),
        ParameterType.UInt64 or ParameterType.RelTime or ParameterType.AbsTime => Parameter.I64(One([0L, 1, 4096, 0x7FFF12345000, -1, random.Next()])),
        ParameterType.SyscallId => Parameter.U16((ushort)random.Next(1, 300)),
        ParameterType.UInt8 or ParameterType.Flags8 or ParameterType.EnumFlags8 or ParameterType.SigType or ParameterType.Int8
            or ParameterType.L4Proto or ParameterType.SockFamily => Parameter.U8((byte)random.Next(256)),
        ParameterType.UInt16 or ParameterType.Int16 or ParameterType.Flags16 or ParameterType.EnumFlags16 or ParameterType.Port => Parameter.U16((ushort)random.Next(0x10000)),
        ParameterType.SockAddr => One<byte[]>([[], [2, .. Address(), .. Parameter.U16(One(s_ports))]]),
        ParameterType.SockTuple => One<byte[]>([[], [2, .. Address(), .. Parameter.U16(One(s_ports)), .. Address(), .. Parameter.U16(One(s_ports))]]),
        ParameterType.FdList => [2, 0, .. Parameter.I64(3), 1, 0, .. Parameter.I64(99), 0x41, 0],
        ParameterType.Dynamic => [0, .. Parameter.I64(One([3L, -22]))],
        ParameterType.CharBufArray or ParameterType.CharBufPairArray => Parameter.Texts("a", "b"),
        // Sockets of the families whose memory the reference does not share between two kinds of address.
        _ => Parameter.U32(parameter.Name == "domain" ? One<uint>([2, 16, 17, 38]) : One<uint>([0, 1, 2, 3, 10, 17, 1000, uint.MaxValue, (uint)random.Next(0x20000)])),
    };

    public T One<T>(T[] values) => values[random.Next(values.Length)];

    byte[] Address() => [.. One(s_addresses).Split('.').Select(byte.Parse)];

    byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
