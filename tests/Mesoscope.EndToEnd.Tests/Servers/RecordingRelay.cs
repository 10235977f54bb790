using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Mesoscope.Samples.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Mesoscope.EndToEnd.Tests.Servers;

// Stands between an agent and a server that may be dead, and writes down which batches went through and which of them came back with the
// server's word that it has them.
sealed class RecordingRelay : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly SortedDictionary<ulong, SampleBatch> _sent = [];
    readonly HashSet<ulong> _acknowledged = [];
    readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(20) };
    readonly WebApplication _app;
    readonly ServerRun _server;

    RecordingRelay(WebApplication app, ServerRun server) => (_app, _server) = (app, server);

    public Uri Address => new(_app.Urls.First());

    // Of any agent that sends here, in order of their numbers.
    public IReadOnlyList<SampleBatch> Sent => Copy(static _ => true);

    public IReadOnlyList<SampleBatch> Acknowledged => Copy(_acknowledged.Contains);

    public static async Task<RecordingRelay> StartAsync(ServerRun server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var relay = new RecordingRelay(app, server);
        app.MapPost("/ingest/v1/batch", relay.PassAsync);
        await app.StartAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    IReadOnlyList<SampleBatch> Copy(Predicate<ulong> isWanted)
    {
        lock (_lock)
        {
            return [.. _sent.Where(pair => isWanted(pair.Key)).Select(static pair => pair.Value)];
        }
    }

    async Task PassAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var batch = SampleBatch.Parser.ParseFrom(new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address, "ingest/v1/batch")) { Content = new ByteArrayContent(body.ToArray()) };
            request.Content.Headers.ContentType = new("application/x-protobuf");
            request.Content.Headers.ContentEncoding.Add("gzip");
            request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
            lock (_lock)
            {
                _sent.TryAdd(batch.Sequence, batch);
            }

            using var answer = await _client.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            context.Response.StatusCode = (int)answer.StatusCode;
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                var reply = BatchReply.Parser.ParseFrom(bytes);
                lock (_lock)
                {
                    _acknowledged.UnionWith(_sent.Keys.Where(sequence => sequence <= reply.AcknowledgedSequence));
                }

                // Every second a batch: there is more to lose.
                reply.IsLive = true;
                bytes = reply.ToByteArray();
            }

            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
        }
    }
}
