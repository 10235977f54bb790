using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using Mesoscope.DemoCluster.Documents;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Hosting;

/// <summary>The kinds of answers that all servers of the cluster give.</summary>
static class Answer
{
    public static Task JsonAsync(HttpContext context, Action<Utf8JsonWriter> write) => JsonAsync(context, body =>
    {
        write(body.Writer);
        return Task.CompletedTask;
    });

    /// <summary>Streams a document, compressed where the client takes gzip, as Mesos and Marathon do.</summary>
    public static async Task JsonAsync(HttpContext context, Func<JsonBody, Task> write)
    {
        context.Response.ContentType = "application/json";
        if (!TakesGzip(context.Request))
        {
            await WriteAsync(context.Response.BodyWriter, write);
            return;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using (packed.ConfigureAwait(false))
        {
            var output = PipeWriter.Create(packed, new StreamPipeWriterOptions(leaveOpen: true));
            await WriteAsync(output, write);
            await output.FlushAsync(context.RequestAborted);
            await output.CompleteAsync();
        }
    }

    public static async Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    public static Task NotFoundAsync(HttpContext context) => TextAsync(context, StatusCodes.Status404NotFound, "404 Not Found.");

    static async Task WriteAsync(PipeWriter output, Func<JsonBody, Task> write)
    {
        var body = new JsonBody(output);
        await using (body.ConfigureAwait(false))
        {
            await write(body);
        }
    }

    static bool TakesGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.Any(v => v?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true);
}
