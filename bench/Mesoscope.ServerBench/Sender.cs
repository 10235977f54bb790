using System.Diagnostics;
using System.Net;
using Mesoscope.Samples.Messages;

namespace Mesoscope.ServerBench;

// Sends batches as agents do, over HTTP/2 and one connection each, and keeps how long the answers took.
sealed class Sender(Uri server, string key) : IDisposable
{
    readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) })
    {
        BaseAddress = server,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = TimeSpan.FromMinutes(5),
    };

    // True when the last answer said that somebody looks live.
    public bool IsLive { get; private set; }

    // Returns milliseconds until the batch was acknowledged; fails when it was not.
    public async Task<double> SendAsync(SampleBatch batch)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "ingest/v1/batch") { Content = new ByteArrayContent(SimulatedAgent.Pack(batch)) };
            request.Content.Headers.ContentType = new("application/x-protobuf");
            request.Content.Headers.ContentEncoding.Add("gzip");
            request.Headers.Authorization = new("Bearer", key);
            var begin = Stopwatch.GetTimestamp();
            using var answer = await _client.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
                continue;
            }

            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{batch.AgentId} {batch.Sequence}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            var reply = BatchReply.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync());
            IsLive = reply.IsLive;
            return reply.AcknowledgedSequence == batch.Sequence ? Stopwatch.GetElapsedTime(begin).TotalMilliseconds : throw new InvalidOperationException($"{batch.AgentId}: {batch.Sequence} sent, {reply.AcknowledgedSequence} acknowledged");
        }
    }

    public void Dispose() => _client.Dispose();
}
