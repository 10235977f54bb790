using Mesoscope.Agent.Sampling;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Happenings;

/// <summary>Everything that happens on the node and, where this agent asks masters, in its cluster.</summary>
/// <param name="list">What waits to be told.</param>
/// <param name="states">The node's entities.</param>
/// <param name="pasts">What happened in containers.</param>
/// <param name="conflicts">Ports that could not be had.</param>
/// <param name="kernel">What the kernel's programs saw.</param>
/// <param name="containers">Containers that begin and end.</param>
/// <param name="cluster">Tasks and deployments.</param>
sealed class NodeHappenings(
    HappeningList list,
    NodeStates states,
    ContainerPasts pasts,
    PortConflicts conflicts,
    KernelHappenings kernel,
    ContainerHappenings containers,
    ClusterHappenings cluster)
{
    bool _isFirst = true;

    /// <summary>Happenings that were left out because there were too many.</summary>
    public long RefusedCount => list.RefusedCount;

    /// <summary>Takes over what happened in the last tick, once the names of its containers are known.</summary>
    public void Update(long nowMs)
    {
        if (_isFirst)
        {
            list.Add(new HappeningDraft(HappeningKinds.AgentStarted, nowMs, HappeningSeverity.Information).To(states.Host.Entity).Say("the agent began to measure"));
        }

        conflicts.BeginTick();
        kernel.Update();
        containers.Update(states.Containers, _isFirst);
        cluster.Update(nowMs);
        list.EndTick();
        pasts.EndTick();
        _isFirst = false;
    }

    /// <summary>The last batch follows: nothing waits for names any more.</summary>
    public void EndWaiting() => list.EndWaiting();

    /// <summary>Hands over what was not told yet.</summary>
    public void Take(SampleBatch batch) => list.Take(batch);
}
