using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sending;

/// <summary>Sends batches to a server over one HTTP/2 connection. Every failure is a result, never an exception.</summary>
sealed class ServerClient : IDisposable
{
    static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);

    // Longer wishes are those of a server that is not well, or not ours.
    static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(10);

    // Answers have a dozen bytes.
    const int MaxReplyBytes = 64 * 1024;

    readonly HttpClient _http;
    readonly Uri _address;
    readonly Secret _accessKey;
    readonly TimeProvider _clock;

    /// <param name="server">The server's root; a path in it stays.</param>
    /// <param name="accessKey">Shows that this agent may send.</param>
    /// <param name="tls">Whom to trust.</param>
    /// <param name="clock">The time.</param>
    public ServerClient(Uri server, Secret accessKey, TlsOptions tls, TimeProvider clock)
    {
        _address = new Uri(server.AbsoluteUri.TrimEnd('/') + "/ingest/v1/batch");
        _accessKey = accessKey;
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = s_connectTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            // Names of servers move; a connection that is never closed would not.
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = tls.ToClientOptions(),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends a batch.</summary>
    /// <param name="content">The batch.</param>
    /// <param name="head">What is set at each try: agent, sequence and time. Read behind the content, it is a part of the same message.</param>
    /// <param name="cancel">Ends the waiting; the only exception that is thrown is that it did.</param>
    public async Task<SendResult> SendAsync(ReadOnlyMemory<byte> content, SampleBatch head, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(s_timeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address)
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = new ByteArrayContent(Compress(content.Span, head)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
            request.Content.Headers.ContentEncoding.Add("gzip");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _accessKey.Reveal());
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return await ReadAsync(response, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendResult(SendOutcome.Later, null, TimeSpan.Zero, $"no answer within {s_timeout.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e)
        {
            return new SendResult(SendOutcome.Later, null, TimeSpan.Zero, Describe(e));
        }
        catch (IOException e)
        {
            return new SendResult(SendOutcome.Later, null, TimeSpan.Zero, e.Message);
        }
    }

    /// <summary>Finds out whether the server is there and knows the key, with a body that is no batch, which it therefore does not take.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public async Task<string> ProbeAsync(CancellationToken cancel)
    {
        // A sequence without an agent.
        var result = await SendAsync(default, new SampleBatch { Sequence = 1 }, cancel).ConfigureAwait(false);
        return result.Outcome is SendOutcome.Taken or SendOutcome.Refused ? "" : result.Reason;
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _http.Dispose();

    static byte[] Compress(ReadOnlySpan<byte> content, SampleBatch head)
    {
        var target = new MemoryStream(content.Length / 3);
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
            head.WriteTo(gzip);
        }

        return target.ToArray();
    }

    async Task<SendResult> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return await ReadReplyAsync(response, cancel).ConfigureAwait(false);
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return new SendResult(SendOutcome.Denied, null, TimeSpan.Zero, $"the server does not know the access key (status {status})");
            case HttpStatusCode.Conflict:
                return new SendResult(SendOutcome.Conflict, null, TimeSpan.Zero, "another agent uses the same id, or the data folder is an old copy");
            case HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity:
                return new SendResult(SendOutcome.Refused, null, TimeSpan.Zero, $"the server refuses the batch (status {status})");
            default:
                return new SendResult(SendOutcome.Later, null, WaitOf(response), $"the server answers with status {status}");
        }
    }

    static async Task<SendResult> ReadReplyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var bytes = new byte[MaxReplyBytes];
        var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
            try
            {
                var reply = BatchReply.Parser.ParseFrom(bytes.AsSpan(0, length));
                return new SendResult(SendOutcome.Taken, reply, Limit(TimeSpan.FromMilliseconds(reply.WaitMs)), "");
            }
            catch (InvalidProtocolBufferException)
            {
                return new SendResult(SendOutcome.Later, null, TimeSpan.Zero, "the answer is not one of a Mesoscope server; the address may be another server's");
            }
        }
    }

    TimeSpan WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Limit(delta),
        { Date: { } date } => Limit(date - _clock.GetUtcNow()),
        _ => TimeSpan.Zero,
    };

    static TimeSpan Limit(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > s_longestWait ? s_longestWait : wait;

    // The inner exception says what the outer one hides: refused, unknown host, certificate.
    static string Describe(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.VersionNegotiationError => "the server does not speak HTTP/2 there",
        HttpRequestError.SecureConnectionError => $"the server's certificate is not trusted or there is no TLS: {(e.InnerException ?? e).Message}",
        _ => (e.InnerException ?? e).Message,
    };
}
