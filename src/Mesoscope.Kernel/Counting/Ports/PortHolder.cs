using System.Net;

namespace Mesoscope.Kernel.Counting.Ports;

/// <summary>A process that has a socket on a port.</summary>
/// <param name="ProcessId">In the reader's pid namespace.</param>
/// <param name="Local">The socket's address.</param>
/// <param name="IsListening">True for a listening TCP socket; false for a connection, or for UDP.</param>
/// <param name="Socket">Inode of the socket.</param>
public sealed record PortHolder(int ProcessId, IPEndPoint Local, bool IsListening, ulong Socket);
