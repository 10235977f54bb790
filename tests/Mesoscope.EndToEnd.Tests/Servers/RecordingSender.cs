using System.Collections.Concurrent;
using Google.Protobuf;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.EndToEnd.Tests.Servers;

// Sends as an agent does, each batch until it is acknowledged, and writes down what was. Batches are ten seconds apart in what they measured,
// and follow each other as fast as the server takes them.
sealed class RecordingSender(string agentId, long beginMilliseconds, ServerRun server)
{
    public const int Containers = 5;
    public const uint Metric = 2;

    public string AgentId => agentId;

    // Ends of the spans that the server acknowledged.
    public ConcurrentBag<long> Acknowledged { get; } = [];

    // End of the last span that was sent, acknowledged or not.
    public long LastSent { get; private set; }

    public async Task RunAsync(CancellationToken end)
    {
        for (ulong sequence = 1; !end.IsCancellationRequested; sequence++)
        {
            var batch = Make(sequence);
            LastSent = batch.SampleSets[0].TimeMs;
            while (!end.IsCancellationRequested)
            {
                if (await IsTakenAsync(batch))
                {
                    Acknowledged.Add(batch.SampleSets[0].TimeMs);
                    break;
                }
            }
        }
    }

    // What a sample of a container must be.
    public static double SumOf(long end, int container) => (end / 10_000 % 1_000_000) + container;

    public static string ContainerId(string agent, int container) => $"{agent}-{container}";

    SampleBatch Make(ulong sequence)
    {
        var end = beginMilliseconds + ((long)sequence * 10_000);
        var batch = new SampleBatch { AgentId = agentId, Sequence = sequence };
        var set = new SampleSet { TimeMs = end, Seconds = 10 };
        batch.HasAllEntities = true;
        batch.Entities.Add(new EntityRecord { Number = 1, Kind = EntityKind.Host, BeginTimeMs = beginMilliseconds, Labels = { new Label { Name = LabelNames.HostName, Value = agentId } } });
        for (var c = 0; c < Containers; c++)
        {
            batch.Entities.Add(new EntityRecord { Number = (ulong)(c + 2), Kind = EntityKind.Container, Parent = 1, BeginTimeMs = beginMilliseconds, Labels = { new Label { Name = LabelNames.ContainerId, Value = ContainerId(agentId, c) } } });
            set.Entities.Add(new EntitySamples { Entity = (ulong)(c + 2), Metrics = { Metric }, Sums = { SumOf(end, c) }, Minimums = { 0 }, Maximums = { 1 }, Count = 10 });
        }

        batch.SampleSets.Add(set);
        batch.Happenings.Add(new Happening { Kind = "task.state", TimeMs = end, Text = $"{agentId} {sequence}", Severity = 6 });
        return batch;
    }

    async Task<bool> IsTakenAsync(SampleBatch batch)
    {
        batch.SentTimeMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        try
        {
            using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(20) };
            using var request = new HttpRequestMessage(HttpMethod.Post, "ingest/v1/batch") { Content = new ByteArrayContent(batch.ToByteArray()) { Headers = { ContentType = new("application/x-protobuf") } } };
            request.Headers.Authorization = new("Bearer", server.Key);
            using var answer = await client.SendAsync(request);
            return answer.IsSuccessStatusCode && BatchReply.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync()).AcknowledgedSequence >= batch.Sequence;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }
}
