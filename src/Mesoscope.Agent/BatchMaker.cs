using System.Globalization;
using System.Reflection;
using Mesoscope.Agent.Happenings;
using Mesoscope.Agent.Masters;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Spans;
using Mesoscope.Clusters.Model;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent;

/// <summary>Makes batches.</summary>
/// <param name="agentId">This agent.</param>
/// <param name="hostName">The host.</param>
/// <param name="tags">The tags of its settings.</param>
/// <param name="missing">What cannot be measured.</param>
/// <param name="drops">What was lost.</param>
/// <param name="cluster">Reports the cluster's tasks.</param>
sealed class BatchMaker(
    string agentId, string hostName, IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> missing, DropCounts drops, ClusterReporter cluster)
{
    static readonly string s_version =
        typeof(BatchMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Whether none was made yet: the first one holds everything.</summary>
    public bool IsFirst { get; private set; } = true;

    /// <summary>What was lost.</summary>
    public DropCounts Drops => drops;

    /// <summary>Makes a batch of a span.</summary>
    /// <param name="set">Its values; null when there are only happenings or names.</param>
    /// <param name="journal">What the server is told of.</param>
    /// <param name="happenings">What happened.</param>
    /// <param name="names">The names of the cluster.</param>
    /// <param name="isAll">Whether it is told everything.</param>
    public SampleBatch Make(SampleSet? set, EntityJournal journal, NodeHappenings happenings, ClusterNames names, bool isAll)
    {
        var batch = new SampleBatch { AgentId = agentId, Report = Report(), Cluster = cluster.Make(names, isAll) };
        if (set is not null)
        {
            batch.SampleSets.Add(set);
        }

        journal.Write(batch, isAll);
        happenings.Take(batch);
        IsFirst = false;
        return batch;
    }

    /// <summary>Notes that time was not as it should be.</summary>
    public void NoteBreak(ClockTick tick, Action<string> log)
    {
        var seconds = (long)Math.Ceiling(tick.Elapsed.TotalSeconds);
        if (tick.Kind == TickKind.Jump)
        {
            drops.Count("seconds: the clock jumped", seconds);
            log(string.Create(CultureInfo.InvariantCulture, $"clock: jumped by {tick.Jump.TotalSeconds:0.0} seconds; a new span begins"));
        }
        else
        {
            drops.Count("seconds: the agent was stopped", seconds);
            log(string.Create(CultureInfo.InvariantCulture, $"clock: the agent was stopped for {tick.Elapsed.TotalSeconds:0.0} seconds, which are not measured"));
        }
    }

    AgentReport Report()
    {
        var report = new AgentReport { Version = s_version, HostName = hostName };
        report.Missing.AddRange(missing);
        report.Drops.AddRange(drops.Read());
        report.Tags.AddRange(tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => new Label { Name = tag.Key, Value = tag.Value }));
        return report;
    }
}
