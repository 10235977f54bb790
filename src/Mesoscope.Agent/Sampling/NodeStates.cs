using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sampling;

/// <summary>Everything on the node as entities, and their values in the span that is going on.</summary>
/// <param name="sampler">What is measured.</param>
/// <param name="journal">Tells the server.</param>
/// <param name="host">The host.</param>
/// <param name="containers">Its containers.</param>
/// <param name="processes">Its processes.</param>
/// <param name="connections">Its connections.</param>
sealed class NodeStates(
    NodeSampler sampler, EntityJournal journal, HostState host, ContainerStates containers, ProcessStates processes, ConnectionStates connections)
{
    int _seconds;

    /// <summary>What the server is told of.</summary>
    public EntityJournal Journal => journal;

    /// <summary>The host.</summary>
    public HostState Host => host;

    /// <summary>Its containers.</summary>
    public ContainerStates Containers => containers;

    /// <summary>Its connections.</summary>
    public ConnectionStates Connections => connections;

    /// <summary>Takes over who began and who ended in the last tick.</summary>
    public void Update(long nowMs)
    {
        containers.Update(sampler.Containers, nowMs);
        processes.Update(sampler.Processes, containers, nowMs);
        connections.Update(sampler.Connections, sampler.Processes, sampler.Groups, containers, nowMs);
    }

    /// <summary>Adds seconds of the last tick to the span.</summary>
    /// <param name="seconds">How many.</param>
    /// <param name="tickSeconds">All of the tick.</param>
    public void Add(int seconds, int tickSeconds)
    {
        _seconds += seconds;
        host.Add(seconds, tickSeconds);
        containers.Add(seconds, tickSeconds);
        processes.Add(sampler.Processes, containers, seconds, tickSeconds);
        connections.Add(seconds, tickSeconds);
    }

    /// <summary>Ends the span: its values; null when nothing was added to it.</summary>
    /// <param name="endSecond">Its end, seconds since 1970.</param>
    public SampleSet? Take(long endSecond)
    {
        if (_seconds == 0)
        {
            return null;
        }

        var set = new SampleSet { TimeMs = endSecond * 1000, Seconds = (uint)_seconds };
        if (host.Entity.Sums.Take(host.Entity.Number, _seconds) is { } samples)
        {
            set.Entities.Add(samples);
        }

        containers.Take(set, _seconds);
        processes.Take(set, _seconds, sampler.Processes);
        connections.Take(set, _seconds, set.TimeMs);
        _seconds = 0;
        return set;
    }
}
