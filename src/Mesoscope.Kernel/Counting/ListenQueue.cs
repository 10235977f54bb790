using System.Net;

namespace Mesoscope.Kernel.Counting;

/// <summary>The connections that wait at a listening TCP socket to be accepted.</summary>
/// <param name="Socket">Inode of the socket.</param>
/// <param name="ProcessId">The process that began to listen, or had the socket when counting began.</param>
/// <param name="ControlGroup">The control group of that process then.</param>
/// <param name="Local">Where it listens.</param>
/// <param name="Length">Connections that wait now.</param>
/// <param name="Limit">Connections that may wait; at one more the kernel turns clients away.</param>
public readonly record struct ListenQueue(ulong Socket, int ProcessId, ulong ControlGroup, IPEndPoint Local, int Length, int Limit);
