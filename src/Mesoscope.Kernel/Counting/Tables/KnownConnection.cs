using System.Net;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>What does not change about a connection.</summary>
/// <param name="Local">This end.</param>
/// <param name="Remote">The other end.</param>
/// <param name="IsServer">True when it was accepted.</param>
sealed record KnownConnection(IPEndPoint Local, IPEndPoint Remote, bool IsServer);
