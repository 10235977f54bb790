using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mesoscope.Server.Hosting;

// Binds the endpoints of one shared port: the first one opens it, the second one joins.
sealed class SharedPortFactory(IOptions<SocketTransportOptions> options, ILoggerFactory log) : IConnectionListenerFactory, IConnectionListenerFactorySelector, IAsyncDisposable
{
    readonly SocketTransportFactory _sockets = new(options, log);
    SharedPort? _port;

    // The address that was bound; with the port that was free, when any was asked for.
    public IPEndPoint? Bound => _port?.EndPoint as IPEndPoint;

    public bool CanBind(EndPoint endpoint) => endpoint is SharedPortEndPoint;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken)
    {
        var shared = (SharedPortEndPoint)endpoint;
        _port ??= new SharedPort(await _sockets.BindAsync(shared.Address, cancellationToken).ConfigureAwait(false));
        return _port.Listen(shared.Version);
    }

    public ValueTask DisposeAsync() => _port?.DisposeAsync() ?? ValueTask.CompletedTask;
}
