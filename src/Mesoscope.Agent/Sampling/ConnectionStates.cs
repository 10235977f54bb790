using System.Globalization;
using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Agent.Spans;
using Mesoscope.Kernel.Counting;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sampling;

/// <summary>The connections as entities, both ends of each where both are on this host.</summary>
sealed class ConnectionStates
{
    // Without anything for so long they are over; the next bytes make them an entity again.
    static readonly TimeSpan s_silence = TimeSpan.FromMinutes(1);

    readonly MetricTable<ConnectionMeasure> _metrics = ConnectionMetrics.Create();
    readonly Dictionary<ConnectionKey, ConnectionState> _states = [];
    readonly EntityJournal _journal;
    readonly ulong _host;
    readonly int _max;

    /// <param name="journal">Tells the server.</param>
    /// <param name="host">The host's entity.</param>
    /// <param name="max">How many there may be at once.</param>
    public ConnectionStates(EntityJournal journal, ulong host, int max)
    {
        _journal = journal;
        _host = host;
        _max = max;
    }

    /// <summary>Connections that are no entity because there are too many, counted each second in which something goes over them.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => _states.Count;

    /// <summary>Takes over what went over connections in a tick.</summary>
    public void Update(IReadOnlyList<ConnectionCounters> connections, ProcessTable processes, GroupOwners groups, ContainerStates containers, long nowMs)
    {
        foreach (var state in _states.Values)
        {
            state.Measure.BytesIn = state.Measure.BytesOut = state.Measure.Operations = 0;
        }

        foreach (var c in connections)
        {
            if (c.Remote.Port == 0 || c.Operations == 0)
            {
                continue;
            }

            var process = processes.Find(c.ProcessId);
            var container = containers.Find(process?.Container ?? groups.Find(c.ControlGroup));
            var (client, server) = c.IsServer ? (c.Remote, c.Local) : (c.Local, c.Remote);
            var key = new ConnectionKey(
                container?.Entity.Number ?? _host, process?.Name ?? "", c.IsServer, c.Protocol, client.Address, server.Address, server.Port);
            if (FindOrBegin(key, nowMs) is { } state)
            {
                state.LastUseMs = nowMs;
                state.Measure.BytesIn += c.BytesIn;
                state.Measure.BytesOut += c.BytesOut;
                state.Measure.Operations += c.Operations;
            }
        }
    }

    /// <summary>Adds seconds of the last tick.</summary>
    public void Add(int seconds, int tickSeconds)
    {
        foreach (var state in _states.Values)
        {
            state.Entity.Sums.Add(_metrics.Values(state.Measure, tickSeconds), seconds);
        }
    }

    /// <summary>Ends the span: the values of those over which something went.</summary>
    public void Take(SampleSet set, int spanSeconds, long nowMs)
    {
        List<ConnectionState>? over = null;
        foreach (var state in _states.Values)
        {
            if (state.Entity.Sums.SumOf(_metrics.Columns.Numbers.Length - 1) > 0 && state.Entity.Sums.Take(state.Entity.Number, spanSeconds) is { } samples)
            {
                set.Entities.Add(samples);
                continue;
            }

            state.Entity.Sums.Clear();
            if (nowMs - state.LastUseMs > s_silence.TotalMilliseconds)
            {
                (over ??= []).Add(state);
            }
        }

        foreach (var state in over ?? [])
        {
            state.Entity.EndTimeMs = state.LastUseMs;
            _states.Remove(state.Key);
        }
    }

    ConnectionState? FindOrBegin(ConnectionKey key, long nowMs)
    {
        if (_states.TryGetValue(key, out var state))
        {
            return state;
        }

        if (_states.Count >= _max)
        {
            RefusedCount++;
            return null;
        }

        var port = key.Port.ToString(CultureInfo.InvariantCulture);
        var protocol = key.Protocol == TransportProtocol.Udp ? "udp" : "tcp";
        // The moment is part of the number: what comes back after a silence is another entity.
        var number = EntityNumber.Of(
            "connection", key.Parent.ToString(CultureInfo.InvariantCulture), key.Process, key.IsServer ? "in" : "out", protocol,
            key.Client.ToString(), key.Server.ToString(), port, nowMs.ToString(CultureInfo.InvariantCulture));
        state = new ConnectionState(key, new MeasuredEntity(number, EntityKind.Connection, new MetricSums(_metrics.Columns))
        {
            Parent = key.Parent,
            BeginTimeMs = nowMs,
            Labels =
            [
                new Label { Name = LabelNames.ClientAddress, Value = key.Client.ToString() },
                new Label { Name = LabelNames.ServerAddress, Value = key.Server.ToString() },
                new Label { Name = LabelNames.ServerPort, Value = port },
                new Label { Name = LabelNames.ConnectionProtocol, Value = protocol },
                new Label { Name = LabelNames.ConnectionDirection, Value = key.IsServer ? "in" : "out" },
                .. key.Process.Length > 0 ? [new Label { Name = LabelNames.ProcessName, Value = key.Process }] : Array.Empty<Label>(),
            ],
        });
        _states.Add(key, state);
        _journal.Add(state.Entity);
        return state;
    }
}
