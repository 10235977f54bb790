using Mesoscope.Samples.Messages;
using Mesoscope.Server.Storage;

namespace Mesoscope.EndToEnd.Tests.Servers;

// The values of one entity by metric and ten seconds: as they were sent, or as a store shows them.
sealed class SlotValues : ISampleVisitor
{
    const long SlotMilliseconds = 10_000;

    public Dictionary<(uint Metric, long End), SlotValue> All { get; } = [];

    public int Count => All.Count;

    public HashSet<uint> Metrics => [.. All.Keys.Select(static key => key.Metric)];

    // A second that was told twice, as when an agent is killed and is back within it, counts as it was told first.
    public static SlotValues Of(IEnumerable<SampleBatch> batches, ulong entity)
    {
        var values = new SlotValues();
        var seconds = new HashSet<long>();
        foreach (var set in batches.SelectMany(static batch => batch.SampleSets))
        {
            var covered = Enumerable.Range(0, (int)set.Seconds).Select(i => (set.TimeMs / 1000) - i).ToList();
            if (covered.Exists(seconds.Contains))
            {
                continue;
            }

            seconds.UnionWith(covered);
            foreach (var samples in set.Entities.Where(samples => samples.Entity == entity))
            {
                values.Add(set, samples);
            }
        }

        return values;
    }

    public void Visit(long entity, uint metric, in SamplePoint point) => All.Add((metric, point.EndMilliseconds), new SlotValue(point.Sum, point.Count));

    void Add(SampleSet set, EntitySamples samples)
    {
        var end = (set.TimeMs + SlotMilliseconds - 1) / SlotMilliseconds * SlotMilliseconds;
        for (var i = 0; i < samples.Metrics.Count; i++)
        {
            var key = (samples.Metrics[i], end);
            All[key] = All.GetValueOrDefault(key).Plus(samples.Sums[i], samples.Count == 0 ? set.Seconds : samples.Count);
        }
    }
}
