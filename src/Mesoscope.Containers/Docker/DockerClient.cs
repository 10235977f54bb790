using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Mesoscope.Containers.Docker;

/// <summary>Asks a runtime that speaks Docker's API over a Unix socket. Every failure is a kind of <see cref="Reply"/>, never an exception.</summary>
sealed class DockerClient : IDisposable
{
    /// <summary>Longest answer that is read; inspections have some 10 KiB.</summary>
    const int MaxReplyBytes = 4 * 1024 * 1024;

    readonly Lazy<HttpClient> _http;
    readonly TimeSpan _limit;
    readonly TimeProvider _clock;

    /// <param name="socket">Path of the socket.</param>
    /// <param name="limit">How long one answer may take.</param>
    /// <param name="clock">Tells the time.</param>
    public DockerClient(string socket, TimeSpan limit, TimeProvider clock)
    {
        Socket = socket;
        _limit = limit;
        _clock = clock;
        // Made when it is needed, which is never where nothing runs in containers: it costs more than the rest of a start.
        _http = new Lazy<HttpClient>(() => Make(socket));
    }

    /// <summary>Path of the socket.</summary>
    public string Socket { get; }

    /// <summary>Asks for a document.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="cancel">Ends the waiting; the only exception that is thrown is that it did.</param>
    public async Task<Reply> GetAsync(string path, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(_limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var response = await _http.Value.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(response, both.Token).ConfigureAwait(false),
                HttpStatusCode.NotFound => new Reply(ReplyKind.NotFound),
                _ => new Reply(ReplyKind.Nonsense),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Reply(ReplyKind.Slow);
        }
        catch (HttpRequestException e)
        {
            return new Reply(e.InnerException is SocketException ? ReplyKind.Unreachable : ReplyKind.Nonsense);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return new Reply(ReplyKind.Nonsense);
        }
    }

    /// <summary>Opens a stream that the runtime goes on writing to, once its head has come.</summary>
    /// <exception cref="IOException">It does not answer so, with the reason.</exception>
    public async Task<Stream> OpenAsync(string path, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(_limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var response = await _http.Value.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                response.Dispose();
                throw new IOException($"{Socket}: answers {(int)response.StatusCode} to {path}, expected 200");
            }

            return await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"{Socket}: no answer to {path} in time");
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"{Socket}: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    static HttpClient Make(string socket) => new(new SocketsHttpHandler
    {
        ConnectCallback = (_, cancel) => ConnectAsync(socket, cancel),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = 8,
    })
    {
        // The name is sent and means nothing.
        BaseAddress = new Uri("http://localhost"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = new byte[16 * 1024];
            var length = 0;
            while (true)
            {
                var count = await stream.ReadAsync(bytes.AsMemory(length), cancel).ConfigureAwait(false);
                if (count == 0)
                {
                    return new Reply(ReplyKind.Found, JsonDocument.Parse(bytes.AsMemory(0, length)));
                }

                length += count;
                if (length == MaxReplyBytes)
                {
                    return new Reply(ReplyKind.Nonsense);
                }

                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, length * 2);
                }
            }
        }
    }
}
