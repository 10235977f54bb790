using Google.Protobuf;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.ServerBench;

// Makes the batches of one agent: a host with containers of several apps in several groups.
sealed class SimulatedAgent(int index, int containers)
{
    const int Apps = 250;

    readonly Random _random = new(index);
    readonly double[] _values = [.. Enumerable.Range(0, containers).SelectMany(_ => MetricModel.All.Select(m => m.Begin))];
    ulong _sequence;

    public string Id { get; } = $"sim-{index:d5}";

    // One batch with the spans that end at these moments, ten seconds or one second each.
    public SampleBatch Next(long nowMilliseconds, IEnumerable<long> ends, int seconds = 10)
    {
        var batch = new SampleBatch { AgentId = Id, Sequence = ++_sequence, SentTimeMs = nowMilliseconds, Report = new AgentReport { Version = "0.1.0", HostName = $"node-{index:d5}" } };
        if (_sequence == 1)
        {
            Describe(batch, nowMilliseconds - 86_400_000L);
        }

        foreach (var end in ends)
        {
            batch.SampleSets.Add(Measure(end, seconds));
        }

        return batch;
    }

    public static byte[] Pack(SampleBatch batch)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            batch.WriteTo(gzip);
        }

        return packed.ToArray();
    }

    SampleSet Measure(long end, int seconds)
    {
        var set = new SampleSet { TimeMs = end, Seconds = (uint)seconds };
        for (var c = 0; c < containers; c++)
        {
            var samples = new EntitySamples { Entity = (ulong)(c + 2), Count = (uint)seconds };
            for (var m = 0; m < MetricModel.All.Length; m++)
            {
                ref var value = ref _values[(c * MetricModel.All.Length) + m];
                var before = value;
                value = MetricModel.All[m].Next(_random, value);

                // The ten seconds lie between the values of before and now, around them when they moved.
                var spread = seconds == 1 || value == before ? 0 : Math.Abs(value) * 0.1 * _random.NextDouble();
                var whole = value == Math.Round(value);
                samples.Metrics.Add(MetricModel.All[m].Metric);
                samples.Sums.Add(whole ? Math.Round(value * seconds) : value * seconds);
                samples.Minimums.Add((float)(whole ? Math.Floor(value - spread) : value - spread));
                samples.Maximums.Add((float)(whole ? Math.Ceiling(value + spread) : value + spread));
            }

            set.Entities.Add(samples);
        }

        return set;
    }

    void Describe(SampleBatch batch, long begin)
    {
        batch.HasAllEntities = true;
        batch.Entities.Add(new EntityRecord { Number = 1, Kind = EntityKind.Host, BeginTimeMs = begin, Labels = { Label(LabelNames.HostName, $"node-{index:d5}"), Label(LabelNames.AgentId, Id) } });
        for (var c = 0; c < containers; c++)
        {
            var app = ((index * containers) + c) % Apps;
            var task = $"app-{app}.{Guid.NewGuid()}";
            batch.Entities.Add(new EntityRecord
            {
                Number = (ulong)(c + 2),
                Kind = EntityKind.Container,
                Parent = 1,
                BeginTimeMs = begin,
                Labels =
                {
                    Label(LabelNames.ContainerId, Guid.NewGuid().ToString()),
                    Label(LabelNames.ContainerName, $"mesos-{Guid.NewGuid()}"),
                    Label(LabelNames.ContainerImage, $"registry.example/team-{app % 10}/app-{app}:1.{app}"),
                    Label(LabelNames.ContainerType, "docker"),
                    Label(LabelNames.FrameworkName, app % 5 == 0 ? "chronos" : "marathon"),
                    Label(LabelNames.FrameworkId, "6ba7b810-9dad-11d1-80b4-00c04fd430c8-0000"),
                    Label(LabelNames.GroupName, $"/division-{app % 4}/team-{app % 10}"),
                    Label(LabelNames.AppName, $"/division-{app % 4}/team-{app % 10}/app-{app}"),
                    Label(LabelNames.TaskId, task),
                    Label(LabelNames.TaskName, $"app-{app}"),
                    Label(LabelNames.TaskState, "TASK_RUNNING"),
                },
            });
        }
    }

    static Label Label(string name, string value) => new() { Name = name, Value = value };
}
