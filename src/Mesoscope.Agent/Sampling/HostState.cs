using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures.Host;
using Mesoscope.Agent.Spans;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sampling;

/// <summary>The host as entity.</summary>
sealed class HostState
{
    readonly MetricTable<HostMeasure> _metrics = HostMetrics.Create();
    readonly HostMeasure _measure;

    /// <param name="agentId">The agent, which makes the host unique.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="measure">What is measured of it.</param>
    /// <param name="beginTimeMs">When it started.</param>
    /// <param name="journal">Tells the server.</param>
    public HostState(string agentId, IReadOnlyList<Label> labels, HostMeasure measure, long beginTimeMs, EntityJournal journal)
    {
        _measure = measure;
        Entity = new MeasuredEntity(EntityNumber.Of("host", agentId), EntityKind.Host, new MetricSums(_metrics.Columns))
        {
            Labels = labels,
            BeginTimeMs = beginTimeMs,
        };
        journal.Add(Entity);
    }

    /// <summary>The entity.</summary>
    public MeasuredEntity Entity { get; }

    /// <summary>Adds seconds of the last tick.</summary>
    /// <param name="seconds">How many.</param>
    /// <param name="tickSeconds">All of the tick.</param>
    public void Add(int seconds, int tickSeconds) => Entity.Sums.Add(_metrics.Values(_measure, tickSeconds), seconds);
}
