using System.Net;

namespace Mesoscope.SampleCaptures.Writing;

/// <summary>Socket addresses and tuples as events hold them: the family first, addresses in network order, ports in host order.</summary>
static class SocketBytes
{
    const int UnixFamily = 1;
    const int IPv4Family = 2;
    const int IPv6Family = 10;

    public static byte[] Address(string address, int port) => End(Start(address), address, port).ToArray();

    public static byte[] Tuple(string source, int sourcePort, string destination, int destinationPort) =>
        End(End(Start(source), source, sourcePort), destination, destinationPort).ToArray();

    public static byte[] UnixTuple(long source, long destination, string path) =>
        new ByteList().Number(1, UnixFamily).Number(8, source).Number(8, destination).Text(path).ToArray();

    public static byte[] UnixAddress(string path) => new ByteList().Number(1, UnixFamily).Text(path).ToArray();

    static ByteList Start(string address) => new ByteList().Number(1, address.Contains(':', StringComparison.Ordinal) ? IPv6Family : IPv4Family);

    static ByteList End(ByteList bytes, string address, int port) => bytes.Raw(IPAddress.Parse(address).GetAddressBytes()).Number(2, port);
}
