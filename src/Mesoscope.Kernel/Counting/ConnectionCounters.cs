using System.Net;

namespace Mesoscope.Kernel.Counting;

/// <summary>What went over one socket since the read before.</summary>
/// <param name="Socket">Inode of the socket, as in <c>socket:[…]</c>; unique while the machine runs.</param>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Local">This end, in the words of the process's own network namespace.</param>
/// <param name="Remote">The other end; address and port 0 of a UDP socket without one.</param>
/// <param name="ProcessId">The process that used it first.</param>
/// <param name="ControlGroup">The control group of that process then.</param>
/// <param name="IsServer">True when the connection was accepted.</param>
/// <param name="HasEnded">True when the connection was closed or is closing.</param>
/// <param name="BytesIn">Bytes received.</param>
/// <param name="BytesOut">Bytes sent.</param>
/// <param name="Operations">Sends and receives that succeeded.</param>
public readonly record struct ConnectionCounters(
    ulong Socket, TransportProtocol Protocol, IPEndPoint Local, IPEndPoint Remote, int ProcessId, ulong ControlGroup, bool IsServer, bool HasEnded, ulong BytesIn, ulong BytesOut, ulong Operations)
{
    /// <summary>Internet or internet 6. IPv4 over a socket of the latter is told as IPv4.</summary>
    public System.Net.Sockets.AddressFamily Family => Local.AddressFamily;
}
