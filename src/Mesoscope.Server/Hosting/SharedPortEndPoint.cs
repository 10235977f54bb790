using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Mesoscope.Server.Hosting;

// One version of HTTP on a port that is shared by both.
sealed class SharedPortEndPoint(IPEndPoint address, HttpProtocols version) : EndPoint
{
    public IPEndPoint Address { get; } = address;

    public HttpProtocols Version { get; } = version;

    public override string ToString() => Address.ToString();
}
