using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Sampling;

/// <summary>A process and its values; an entity from the first span in which it is shown by itself.</summary>
/// <param name="entry">What is measured.</param>
/// <param name="sums">Its values.</param>
sealed class ProcessState(ProcessEntry entry, MetricSums sums)
{
    /// <summary>What is measured.</summary>
    public ProcessEntry Entry => entry;

    /// <summary>Its values.</summary>
    public MetricSums Sums => sums;

    /// <summary>Number of the entity that it is part of.</summary>
    public ulong Parent { get; set; }

    /// <summary>What the server knows; null when it was never shown.</summary>
    public MeasuredEntity? Entity { get; set; }
}
