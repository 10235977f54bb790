using System.Buffers;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Mesoscope.Server.Hosting;

// One plain port for both versions of HTTP. Without TLS nothing says which one a client speaks but its first bytes: those of version 2 begin
// with "PRI ", which is no method of version 1. Each connection goes to the listener of its version, which sees it from its first byte on.
sealed class SharedPort(IConnectionListener inner) : IAsyncDisposable
{
    // Who opens a connection and says nothing is let go.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    readonly Channel<ConnectionContext> _http1 = Channel.CreateUnbounded<ConnectionContext>();
    readonly Channel<ConnectionContext> _http2 = Channel.CreateUnbounded<ConnectionContext>();
    Task? _accepting;

    public EndPoint EndPoint => inner.EndPoint;

    public IConnectionListener Listen(HttpProtocols version)
    {
        _accepting ??= Task.Run(AcceptAsync);
        return new Listener(this, version == HttpProtocols.Http2 ? _http2 : _http1);
    }

    public async ValueTask DisposeAsync()
    {
        await inner.UnbindAsync().ConfigureAwait(false);
        await (_accepting ?? Task.CompletedTask).ConfigureAwait(false);
        await inner.DisposeAsync().ConfigureAwait(false);
    }

    async Task AcceptAsync()
    {
        try
        {
            while (await inner.AcceptAsync().ConfigureAwait(false) is { } connection)
            {
                _ = SortAsync(connection);
            }
        }
        finally
        {
            _http1.Writer.TryComplete();
            _http2.Writer.TryComplete();
        }
    }

    async Task SortAsync(ConnectionContext connection)
    {
        try
        {
            using var patience = new CancellationTokenSource(s_patience);
            var target = await IsHttp2Async(connection, patience.Token).ConfigureAwait(false) ? _http2 : _http1;
            if (target.Writer.TryWrite(connection))
            {
                return;
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // It went away, or never said anything.
        }

        connection.Abort();
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    static async Task<bool> IsHttp2Async(ConnectionContext connection, CancellationToken cancellation)
    {
        var input = connection.Transport.Input;
        for (var examined = 0L; ;)
        {
            var read = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var answer = Answer(read.Buffer, read.IsCompleted);

            // Examined no further than before, so that the next reader gets everything at once.
            examined = answer is null ? read.Buffer.Length : Math.Min(examined, read.Buffer.Length);
            input.AdvanceTo(read.Buffer.Start, read.Buffer.GetPosition(examined));
            if (answer is { } isHttp2)
            {
                return isHttp2;
            }
        }
    }

    // Null when more bytes are needed.
    static bool? Answer(ReadOnlySequence<byte> bytes, bool isAll)
    {
        var preface = "PRI "u8;
        Span<byte> begin = stackalloc byte[(int)Math.Min(preface.Length, bytes.Length)];
        bytes.Slice(0, begin.Length).CopyTo(begin);
        if (!preface.StartsWith(begin))
        {
            return false;
        }

        return begin.Length == preface.Length ? true : isAll ? false : null;
    }

    sealed class Listener(SharedPort port, Channel<ConnectionContext> connections) : IConnectionListener
    {
        public EndPoint EndPoint => port.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken)
        {
            try
            {
                return await connections.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken)
        {
            connections.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
