using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Mesoscope.Samples.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Agent.Tests.Sending;

/// <summary>A server that takes batches over HTTP/2 and keeps them, as strict as the real one about what comes in.</summary>
sealed class BatchServer : IAsyncDisposable
{
    public const string Key = "right-key";

    readonly Lock _lock = new();
    readonly List<SampleBatch> _batches = [];
    readonly WebApplication _app;
    ulong _acknowledged;

    BatchServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Decides about a request before it is read; null to take it.</summary>
    public Func<HttpContext, int?> Refuse { get; set; } = static _ => null;

    /// <summary>Changes the answer.</summary>
    public Action<BatchReply> Answer { get; set; } = static _ => { };

    public IReadOnlyList<SampleBatch> Batches
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches];
            }
        }
    }

    /// <summary>How often something came, taken or not.</summary>
    public int RequestCount { get; private set; }

    public static async Task<BatchServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var server = new BatchServer(app);
        app.MapPost("/ingest/v1/batch", server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Waits until the batches are as expected.</summary>
    public async Task<IReadOnlyList<SampleBatch>> WaitAsync(Func<IReadOnlyList<SampleBatch>, bool> isDone, int seconds = 120)
    {
        for (var end = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < end; await Task.Delay(50))
        {
            if (Batches is var batches && isDone(batches))
            {
                return batches;
            }
        }

        throw new TimeoutException($"{Batches.Count} batches came within {seconds} s, not those that were expected");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    async Task TakeAsync(HttpContext context)
    {
        RequestCount++;
        if (Refuse(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (context.Request.Headers.Authorization != $"Bearer {Key}")
        {
            context.Response.StatusCode = 401;
            return;
        }

        if (context.Request.Protocol != "HTTP/2" || context.Request.ContentType != "application/x-protobuf" || context.Request.Headers.ContentEncoding != "gzip")
        {
            context.Response.StatusCode = 400;
            return;
        }

        await using var gzip = new GZipStream(context.Request.Body, CompressionMode.Decompress);
        var buffer = new MemoryStream();
        await gzip.CopyToAsync(buffer, context.RequestAborted);
        var batch = SampleBatch.Parser.ParseFrom(buffer.ToArray());
        if (batch.AgentId.Length == 0)
        {
            context.Response.StatusCode = 400;
            return;
        }

        BatchReply reply;
        lock (_lock)
        {
            if (batch.Sequence > _acknowledged)
            {
                _batches.Add(batch);
                _acknowledged = batch.Sequence;
            }

            reply = new BatchReply { AcknowledgedSequence = _acknowledged };
        }

        Answer(reply);
        await context.Response.Body.WriteAsync(reply.ToByteArray(), context.RequestAborted);
    }
}
