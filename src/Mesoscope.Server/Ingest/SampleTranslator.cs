using Mesoscope.Samples.Messages;
using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Ingest;

// Turns an agent's samples into the server's: ids for numbers, the server's times for the agent's. What makes no sense is counted and left out.
sealed class SampleTranslator(EntityCatalog catalog, IngestOptions options, TimeProvider time)
{
    // What is stored holds so much. Shorter spans are parts of it: single seconds while somebody looks live, and what is left of ten seconds
    // where that begins and ends, an agent starts or stops, or its clock jumps.
    const int WholeSeconds = 10;
    const long WholeMilliseconds = 1000 * WholeSeconds;

    // Behind the shift for a wrong clock, an agent's times may still be so far ahead.
    const long MaxAheadMilliseconds = 20_000;

    public List<EntitySpan> Translate(AgentState agent, SampleBatch batch)
    {
        var spans = new List<EntitySpan>();
        var (now, left) = (time.GetUtcNow().ToUnixTimeMilliseconds(), options.MaxBatchSamples);
        foreach (var set in batch.SampleSets)
        {
            var step = set.Seconds == WholeSeconds ? WholeMilliseconds : 1000;
            var end = (set.TimeMs + agent.ShiftMilliseconds + (step / 2)) / step * step;
            if (set.Seconds is 0 or > WholeSeconds || (end - 1) / WholeMilliseconds != (end - (1000L * set.Seconds)) / WholeMilliseconds)
            {
                agent.Refused.Add("span that is not within ten seconds", (ulong)set.Entities.Count);
            }
            else if (end > now + MaxAheadMilliseconds)
            {
                agent.Refused.Add("span in the future", (ulong)set.Entities.Count);
            }
            else if (end < now - (long)options.MaxAge.TotalMilliseconds)
            {
                agent.Refused.Add("span too old", (ulong)set.Entities.Count);
            }
            else
            {
                Translate(agent, set, end, spans, ref left);
            }
        }

        return spans;
    }

    void Translate(AgentState agent, SampleSet set, long end, List<EntitySpan> spans, ref int left)
    {
        var seen = new HashSet<ulong>();
        foreach (var samples in set.Entities)
        {
            var count = samples.Metrics.Count;
            if (samples.Sums.Count != count || (samples.Minimums.Count != count && samples.Minimums.Count != 0) || samples.Maximums.Count != samples.Minimums.Count)
            {
                agent.Refused.Add("samples whose lists differ in length");
            }
            else if (!seen.Add(samples.Entity))
            {
                agent.Refused.Add("entity twice in a span");
            }
            else if (count > left)
            {
                agent.Refused.Add("samples beyond a batch's limit", (ulong)count);
            }
            else if (catalog.Resolve(agent.AgentId, samples.Entity, end) is var entity && entity == 0)
            {
                agent.Refused.Add("samples of an unknown entity");
            }
            else
            {
                left -= count;
                var span = Translate(agent, samples, entity, end, set.Seconds);
                if (span.Metrics.Length > 0)
                {
                    spans.Add(span);
                }
            }
        }
    }

    static EntitySpan Translate(AgentState agent, EntitySamples samples, long entity, long end, uint seconds)
    {
        var count = samples.Count is 0 || samples.Count > seconds ? seconds : samples.Count;
        var order = Order(agent, samples);
        var (metrics, sums) = (new uint[order.Count], new double[order.Count]);
        var (minimums, maximums) = (new float[order.Count], new float[order.Count]);
        for (var i = 0; i < order.Count; i++)
        {
            var at = order[i];
            (metrics[i], sums[i]) = (samples.Metrics[at], samples.Sums[at]);
            var hasBounds = samples.Minimums.Count > 0;
            minimums[i] = hasBounds ? samples.Minimums[at] : (float)(sums[i] / count);
            maximums[i] = hasBounds ? samples.Maximums[at] : (float)(sums[i] / count);
        }

        return new EntitySpan(entity, end, seconds, count, metrics, sums, minimums, maximums);
    }

    // Places of the samples that are taken, by metric.
    static List<int> Order(AgentState agent, EntitySamples samples)
    {
        var order = new List<int>(samples.Metrics.Count);
        for (var i = 0; i < samples.Metrics.Count; i++)
        {
            if (!MetricCatalog.TryFind(samples.Metrics[i], out _))
            {
                agent.Refused.Add($"unknown metric {samples.Metrics[i]}");
            }
            else if (!float.IsFinite((float)samples.Sums[i]) || (samples.Minimums.Count > 0 && !(float.IsFinite(samples.Minimums[i]) && float.IsFinite(samples.Maximums[i]))))
            {
                agent.Refused.Add("value that is no number");
            }
            else
            {
                order.Add(i);
            }
        }

        for (var i = 1; i < order.Count; i++)
        {
            if (samples.Metrics[order[i - 1]] >= samples.Metrics[order[i]])
            {
                return Sorted(agent, samples, order);
            }
        }

        return order;
    }

    static List<int> Sorted(AgentState agent, EntitySamples samples, List<int> order)
    {
        List<int> sorted = [.. order.OrderBy(i => samples.Metrics[i]).DistinctBy(i => samples.Metrics[i])];
        agent.Refused.Add("metric twice in an entity", (ulong)(order.Count - sorted.Count));
        return sorted;
    }
}
