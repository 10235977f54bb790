using Google.Protobuf;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Tests.Ingest;

// Batches as an agent would make them: a host, containers in it, and samples of ten seconds.
static class Batches
{
    public const uint Cpu = 2, Memory = 20;

    public static SampleBatch Make(string agent, ulong sequence, long sentMilliseconds, int containers = 2)
    {
        var batch = new SampleBatch
        {
            AgentId = agent,
            Sequence = sequence,
            SentTimeMs = sentMilliseconds,
            HasAllEntities = true,
            Report = new AgentReport { HostName = "host-" + agent, Version = "0.1.0" },
        };
        batch.Entities.Add(new EntityRecord { Number = 1, Kind = EntityKind.Host, BeginTimeMs = sentMilliseconds - 600_000, Labels = { Label(LabelNames.HostName, "host-" + agent) } });
        var set = new SampleSet { TimeMs = sentMilliseconds / 10_000 * 10_000, Seconds = 10 };
        for (var i = 0; i < containers; i++)
        {
            var number = (ulong)(i + 2);
            batch.Entities.Add(Container(number, $"{agent}-c{i}", sentMilliseconds - 300_000));
            set.Entities.Add(new EntitySamples { Entity = number, Metrics = { Cpu, Memory }, Sums = { 5 + i, 1e9 }, Minimums = { 0, 1e8f }, Maximums = { 1, 1e8f }, Count = 10 });
        }

        batch.SampleSets.Add(set);
        return batch;
    }

    public static EntityRecord Container(ulong number, string id, long begin) =>
        new() { Number = number, Kind = EntityKind.Container, Parent = 1, BeginTimeMs = begin, Labels = { Label(LabelNames.ContainerId, id), Label(LabelNames.ContainerName, "name-" + id) } };

    public static Label Label(string name, string value) => new() { Name = name, Value = value };

    // As the body of a request.
    public static ByteArrayContent Body(SampleBatch batch) =>
        new(batch.ToByteArray()) { Headers = { ContentType = new("application/x-protobuf") } };
}
