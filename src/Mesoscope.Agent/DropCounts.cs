using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Happenings;
using Mesoscope.Agent.Labels;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Sending;
using Mesoscope.Agent.Spool;
using Mesoscope.Containers;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent;

/// <summary>What was lost since the agent began, by cause.</summary>
sealed class DropCounts(
    ICallCounts calls, NodeStates states, NodeSampler sampler, NodeHappenings happenings, LabelFilter labels, BatchSpool spool, SpoolWriter writer, SendLoop sender, ContainerWatch? watch)
{
    readonly Dictionary<string, long> _breaks = new(StringComparer.Ordinal);

    /// <summary>Counts something that happens seldom.</summary>
    public void Count(string cause, long count) => _breaks[cause] = _breaks.GetValueOrDefault(cause) + count;

    /// <summary>All causes together.</summary>
    public long Total => Read().Sum(static drop => (long)drop.Count);

    /// <summary>Those that are not 0.</summary>
    public IEnumerable<Drop> Read()
    {
        var kernel = calls.Drops;
        (string Cause, ulong Count)[] all =
        [
            ("calls: no memory for a thread's counters", kernel.Calls),
            ("processes: ended threads that only their control group counts", kernel.Processes),
            ("control groups: ended threads that nothing counts", kernel.ControlGroups),
            ("connections: table of the kernel's programs full", kernel.Connections),
            ("errors: table of the kernel's programs full", kernel.Errors),
            ("happenings: ring of the kernel's programs full", kernel.Happenings),
            ("failed calls: more than are kept of a young container", kernel.FailedCalls),
            ("accept queues: table of the kernel's programs full", kernel.Listeners),
            ("connections: more than the settings allow", (ulong)states.Connections.RefusedCount),
            ("containers: more than the settings allow", (ulong)sampler.Containers.RefusedCount),
            ("happenings: too many for a batch", (ulong)happenings.RefusedCount),
            ("labels: too many or too long", (ulong)labels.RefusedCount),
            ("sample sets: spool full", (ulong)spool.DroppedSets),
            ("batches: spool full", (ulong)spool.DroppedBatches),
            ("batches: damaged on the disk", (ulong)spool.DamagedBatches),
            ("batches: disk took none", (ulong)writer.DroppedBatches),
            ("batches: refused by the server", (ulong)sender.RefusedBatches),
            ("containers: requests to runtimes refused", (ulong)(watch?.Counters.Refused ?? 0)),
        ];
        return all.Concat(_breaks.Select(static pair => (pair.Key, (ulong)pair.Value)))
            .Where(static drop => drop.Item2 != 0)
            .Select(static drop => new Drop { Cause = drop.Item1, Count = drop.Item2 });
    }
}
