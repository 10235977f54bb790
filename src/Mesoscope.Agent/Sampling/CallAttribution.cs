using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Measures.Host;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Sampling;

/// <summary>Gives what the kernel counted to host, containers and processes.</summary>
/// <param name="calls">Where the counts come from.</param>
/// <param name="host">The host.</param>
/// <param name="containers">Its containers.</param>
/// <param name="processes">Its processes.</param>
/// <param name="groups">Whose a control group is.</param>
sealed class CallAttribution(
    ICallCounts calls, HostMeasure host, ContainerTable containers, ProcessTable processes, GroupOwners groups) : ICounterSink
{
    readonly List<ListenQueue> _queues = [];
    readonly List<ConnectionCounters> _connections = [];

    /// <summary>Connections over which something went in the last tick.</summary>
    public IReadOnlyList<ConnectionCounters> Connections => _connections;

    /// <summary>Takes the counts of a tick, once its processes are known.</summary>
    public void Read()
    {
        _connections.Clear();
        host.Calls.Begin(calls.IsCounting);
        foreach (var container in containers.Running)
        {
            container.Measure.Calls.Begin(calls.IsCounting);
        }

        foreach (var process in processes.Running)
        {
            process.Measure.Calls.Begin(calls.IsCounting);
        }

        calls.Read(this);
        ReadQueues();
    }

    public void OnProcess(in ProcessCounters c)
    {
        if (processes.Find(c.ProcessId) is { } process)
        {
            process.Measure.Calls.Add(c.Activity);
            if (process.Container is not null)
            {
                groups.Learn(c.ControlGroup, process.Container);
            }
        }
    }

    public void OnControlGroup(in ControlGroupCounters c)
    {
        host.Calls.Add(c.Activity);
        groups.Find(c.ControlGroup)?.Measure.Calls.Add(c.Activity);
    }

    public void OnConnection(in ConnectionCounters c) => _connections.Add(c);

    public void OnError(ulong controlGroup, int errorNumber, ulong count)
    {
        // The sum is part of the activity; the single errors have no metric.
    }

    // Of several queues the longest: a client waits at one of them.
    void ReadQueues()
    {
        if (!calls.IsCounting)
        {
            return;
        }

        calls.ReadQueues(_queues);
        host.AcceptQueue = 0;
        foreach (var container in containers.Running)
        {
            container.Measure.AcceptQueue = double.NaN;
        }

        foreach (var queue in _queues)
        {
            host.AcceptQueue = Math.Max(host.AcceptQueue, queue.Length);
            if (groups.Find(queue.ControlGroup) is { } container)
            {
                container.Measure.AcceptQueue = double.IsNaN(container.Measure.AcceptQueue) ? queue.Length : Math.Max(container.Measure.AcceptQueue, queue.Length);
            }
        }
    }
}
