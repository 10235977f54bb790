using System.Globalization;
using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Naming;
using Mesoscope.Agent.Spans;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sampling;

/// <summary>The containers as entities, from their begin to the end of the span in which they ended.</summary>
sealed class ContainerStates
{
    // How long after an end another container of the same app or name counts as a restart.
    static readonly TimeSpan s_restartTime = TimeSpan.FromMinutes(10);

    readonly MetricTable<ContainerMeasure> _metrics = ContainerMetrics.Create();
    readonly Dictionary<ContainerEntry, ContainerState> _states = [];
    readonly Dictionary<string, ContainerState> _byId = new(StringComparer.Ordinal);
    readonly List<ContainerState> _ended = [];
    readonly List<ContainerState> _begun = [];
    readonly Dictionary<string, long> _lastEnds = new(StringComparer.Ordinal);
    readonly EntityJournal _journal;
    readonly string _bootId;
    readonly ulong _host;

    /// <param name="journal">Tells the server.</param>
    /// <param name="bootId">The start of the machine, within which numbers of control groups are unique.</param>
    /// <param name="host">The host's entity.</param>
    public ContainerStates(EntityJournal journal, string bootId, ulong host)
    {
        _journal = journal;
        _bootId = bootId;
        _host = host;
    }

    /// <summary>Those that run.</summary>
    public IReadOnlyCollection<ContainerState> Running => _states.Values;

    /// <summary>Those that began in the last tick.</summary>
    public IReadOnlyList<ContainerState> Begun => _begun;

    /// <summary>Those that ended in the last tick.</summary>
    public List<ContainerState> EndedNow { get; } = [];

    /// <summary>The state of a container; null when it is none of the running ones.</summary>
    public ContainerState? Find(ContainerEntry? entry) => entry is null ? null : _states.GetValueOrDefault(entry);

    /// <summary>The running container of an id; null when there is none.</summary>
    public ContainerState? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The container of an id, also one that ended in the last tick; null when there is none.</summary>
    public ContainerState? FindAlsoEnded(string id) => id.Length == 0 ? null : Find(id) ?? EndedNow.Find(state => state.Entry.Id == id);

    /// <summary>Takes over who began and who ended in a tick.</summary>
    public void Update(ContainerTable containers, long nowMs)
    {
        _begun.Clear();
        EndedNow.Clear();
        // Some begin and end within a tick.
        foreach (var entry in containers.Running.Concat(containers.Ended))
        {
            if (!_states.ContainsKey(entry))
            {
                Begin(entry, nowMs);
            }
        }

        foreach (var entry in containers.Ended)
        {
            var state = _states[entry];
            _states.Remove(entry);
            if (_byId.GetValueOrDefault(entry.Id) == state)
            {
                _byId.Remove(entry.Id);
            }

            state.Entity.EndTimeMs = Math.Max(nowMs, state.Entity.BeginTimeMs + 1);
            _ended.Add(state);
            EndedNow.Add(state);
        }
    }

    /// <summary>Adds seconds of the last tick.</summary>
    public void Add(int seconds, int tickSeconds)
    {
        // What one did between the last look and its end counts as well.
        foreach (var state in _states.Values.Concat(EndedNow))
        {
            state.Entity.Sums.Add(_metrics.Values(state.Entry.Measure, tickSeconds), seconds);
        }
    }

    /// <summary>A tick is over: what happens once at a begin was told.</summary>
    public void EndTick()
    {
        EndedNow.Clear();
        foreach (var state in _begun)
        {
            state.Entry.Measure.Restarts = 0;
        }
    }

    /// <summary>Ends the span: all values of it.</summary>
    public void Take(SampleSet set, int spanSeconds)
    {
        foreach (var state in _states.Values.Concat(_ended))
        {
            if (state.Entity.Sums.Take(state.Entity.Number, spanSeconds) is { } samples)
            {
                set.Entities.Add(samples);
            }
        }

        _ended.Clear();
    }

    /// <summary>Notes an end, so that the next begin of the same app or name is a restart; asked once its names are known.</summary>
    public void NoteEnd(ContainerState state) => _lastEnds[RestartKey(state)] = state.Entity.EndTimeMs;

    /// <summary>Counts a begin as a restart when a container of the same app or name ended shortly before; asked once its names are known.</summary>
    public void CountRestart(ContainerState state, long nowMs)
    {
        if (_lastEnds.Remove(RestartKey(state), out var end) && nowMs - end < s_restartTime.TotalMilliseconds)
        {
            state.Entry.Measure.Restarts = 1;
        }

        if (_lastEnds.Count > 10_000)
        {
            _lastEnds.Clear();
        }
    }

    void Begin(ContainerEntry entry, long nowMs)
    {
        var begin = entry.BeginTimeMs == long.MaxValue ? nowMs : entry.BeginTimeMs;
        var number = EntityNumber.Of("container", _bootId, entry.Id, entry.Key.ToString(CultureInfo.InvariantCulture));
        var entity = new MeasuredEntity(number, EntityKind.Container, new MetricSums(_metrics.Columns)) { Parent = _host, BeginTimeMs = begin };
        var state = new ContainerState(entry, entity, new ContainerNames());
        _states.Add(entry, state);
        _byId[entry.Id] = state;
        _begun.Add(state);
        _journal.Add(entity);
    }

    static string RestartKey(ContainerState state) =>
        state.Entity.FindLabel(LabelNames.AppName) ?? state.Entity.FindLabel(LabelNames.ContainerName) ?? state.Entry.Id;
}
