using System.Net;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Sampling;

/// <summary>What makes connections one entity: the ends, but for the port of the client, which is another one each time.</summary>
/// <param name="Parent">The container or host at this end.</param>
/// <param name="Process">Name of the process at this end.</param>
/// <param name="IsServer">Whether this end accepted.</param>
/// <param name="Protocol">What they speak.</param>
/// <param name="Client">Address of the end that began.</param>
/// <param name="Server">Address of the end that accepted.</param>
/// <param name="Port">Its port.</param>
readonly record struct ConnectionKey(ulong Parent, string Process, bool IsServer, TransportProtocol Protocol, IPAddress Client, IPAddress Server, int Port);
