using System.Runtime.CompilerServices;

namespace Mesoscope.Machine.Descriptors;

/// <summary>
/// The addresses of a socket, one memory for all kinds. An event may change the kind of a socket (a bound one receives from a peer);
/// what was written for the one kind is then read as the other, which users of the reference see in names of UDP servers.
/// </summary>
/// <remarks>
/// IPv4 socket: source 0, destination 4, source port 8, destination port 10, protocol 12. IPv4 server: address 0, port 4, protocol 6.
/// IPv6 socket: source 0, destination 16, source port 32, destination port 34, protocol 36. IPv6 server: address 0, port 16,
/// protocol 18. Unix socket: own end 0, other end 8. Addresses are in network order, ports in host order.
/// </remarks>
[InlineArray(Bytes)]
struct SocketMemory
{
    public const int Bytes = 40;
    public const int IPv4Destination = 4;
    public const int IPv4SourcePort = 8;
    public const int IPv4DestinationPort = 10;
    public const int IPv4Protocol = 12;
    public const int IPv4ServerPort = 4;
    public const int IPv4ServerProtocol = 6;
    public const int IPv6Destination = 16;
    public const int IPv6SourcePort = 32;
    public const int IPv6DestinationPort = 34;
    public const int IPv6Protocol = 36;
    public const int IPv6ServerPort = 16;
    public const int IPv6ServerProtocol = 18;
    public const int UnixDestination = 8;

    byte _first;
}
