using System.IO.Compression;
using System.Net;
using Google.Protobuf;

namespace Mesoscope.Server.Tests.Ingest;

// What comes over the wire and is no batch: answered, never a crash, and the next good batch is taken.
public sealed class IngestEndpointTests
{
    const string Path = "ingest/v1/batch";

    [Fact]
    public async Task Post_BodiesThatAreNoBatch_AreRefusedAndTheNextOneIsTaken()
    {
        await using var server = await RunningServer.StartAsync();
        var batch = Batches.Make("a", 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()).ToByteArray();
        (HttpContent Body, HttpStatusCode Status)[] cases =
        [
            (Body([]), HttpStatusCode.BadRequest),
            (Body(batch[..(batch.Length / 2)]), HttpStatusCode.BadRequest),
            (Body([.. Enumerable.Repeat((byte)0xFF, 5000)]), HttpStatusCode.BadRequest),
            (Body(batch, "gzip"), HttpStatusCode.BadRequest),
            (Body(Pack(batch)[..20], "gzip"), HttpStatusCode.BadRequest),
            (Body(batch, "br"), HttpStatusCode.BadRequest),
            (Body(batch, type: "application/json"), HttpStatusCode.BadRequest),
            (Body(Pack(new byte[200 << 20]), "gzip"), HttpStatusCode.RequestEntityTooLarge),
            (Body(Pack(EmptyMessages(8 << 20)), "gzip"), HttpStatusCode.RequestEntityTooLarge),
            (Body(new byte[17 << 20]), HttpStatusCode.RequestEntityTooLarge),
            (Body(Pack(batch), "gzip"), HttpStatusCode.OK),
        ];
        foreach (var (body, status) in cases)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = body };
            request.Headers.ExpectContinue = true;
            using var answer = await server.Client.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(status == HttpStatusCode.OK ? "application/x-protobuf" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Post_AGigabyte_IsRefusedBeforeItIsRead()
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new EndlessContent(1L << 30) };
        request.Headers.ExpectContinue = true;
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Post_AThousandWrongKeys_AreHeldBackAndTheRightOneIsNot()
    {
        await using var server = await RunningServer.StartAsync();
        var statuses = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < 1000; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path);
            request.Headers.Authorization = new("Bearer", $"wrong-{i}");
            using var answer = await server.Client.SendAsync(request);
            statuses[answer.StatusCode] = statuses.GetValueOrDefault(answer.StatusCode) + 1;
        }

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.Unauthorized], statuses.Keys.OrderDescending());
        Assert.InRange(statuses[HttpStatusCode.Unauthorized], 1, 200);
        using var right = await server.Client.PostAsync(Path, Batches.Body(Batches.Make("a", 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Post_WithoutKey_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        using var answer = await server.Client.PostAsync(Path, Batches.Body(Batches.Make("a", 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static ByteArrayContent Body(byte[] bytes, string? coding = null, string type = "application/x-protobuf")
    {
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new(type) } };
        if (coding is not null)
        {
            content.Headers.ContentEncoding.Add(coding);
        }

        return content;
    }

    static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    // Two bytes each: an entity with nothing in it.
    static byte[] EmptyMessages(int bytes)
    {
        var messages = new byte[bytes];
        for (var i = 0; i < bytes; i += 2)
        {
            messages[i] = (4 << 3) | 2;
        }

        return messages;
    }

    sealed class EndlessContent : HttpContent
    {
        readonly long _length;

        public EndlessContent(long length)
        {
            _length = length;
            Headers.ContentType = new("application/x-protobuf");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[1 << 20];
            for (var sent = 0L; sent < _length; sent += block.Length)
            {
                await stream.WriteAsync(block);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }
}
