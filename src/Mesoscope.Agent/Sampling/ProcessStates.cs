using System.Globalization;
using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Agent.Spans;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sampling;

/// <summary>
/// The processes as entities: of each container, and of the host beside them, those that lead by processor time, memory, network or files
/// in a span, and one that stands for all others.
/// </summary>
sealed class ProcessStates
{
    /// <summary>Name of the entity that stands for those that are not shown.</summary>
    public const string OthersName = "(others)";

    const int MaxCommandLine = 512;

    static readonly string[] s_rankings = ["cpu.cores.used", "memory.bytes.used", "net.bytes.total", "file.bytes.total"];

    readonly MetricTable<ProcessMeasure> _metrics = ProcessMetrics.Create();
    readonly Dictionary<ProcessEntry, ProcessState> _states = [];
    readonly List<ProcessState> _ended = [];
    readonly Dictionary<ulong, MeasuredEntity> _others = [];
    readonly Dictionary<ulong, List<ProcessState>> _byParent = [];
    readonly int[] _columns;
    readonly EntityJournal _journal;
    readonly ProcessFiles _files;
    readonly string _bootId;
    readonly MeasuredEntity _host;
    readonly int _top;
    readonly bool _showsCommandLines;

    /// <param name="journal">Tells the server.</param>
    /// <param name="files">Reads command lines.</param>
    /// <param name="bootId">The start of the machine, within which a process is its id and begin.</param>
    /// <param name="host">The host's entity.</param>
    /// <param name="top">How many are shown by each of the rankings.</param>
    /// <param name="showsCommandLines">Whether programs' arguments travel.</param>
    public ProcessStates(EntityJournal journal, ProcessFiles files, string bootId, MeasuredEntity host, int top, bool showsCommandLines)
    {
        _journal = journal;
        _files = files;
        _bootId = bootId;
        _host = host;
        _top = top;
        _showsCommandLines = showsCommandLines;
        var names = _metrics.Metrics.Select(static metric => metric.Name).ToList();
        _columns = [.. s_rankings.Select(name => names.IndexOf(name))];
    }

    /// <summary>Adds seconds of the last tick.</summary>
    public void Add(ProcessTable processes, ContainerStates containers, int seconds, int tickSeconds)
    {
        foreach (var entry in processes.Running)
        {
            if (entry.IsKernel)
            {
                continue;
            }

            if (!_states.TryGetValue(entry, out var state))
            {
                _states.Add(entry, state = new ProcessState(entry, new MetricSums(_metrics.Columns)));
            }

            state.Parent = containers.Find(entry.Container)?.Entity.Number ?? (entry.Container is null ? _host.Number : state.Parent);
            state.Sums.Add(_metrics.Values(entry.Measure, tickSeconds), seconds);
        }
    }

    /// <summary>Takes over who ended in a tick; their values stay until the span is over.</summary>
    public void Update(ProcessTable processes, ContainerStates containers, long nowMs)
    {
        foreach (var container in containers.EndedNow)
        {
            if (_others.Remove(container.Entity.Number, out var others))
            {
                others.EndTimeMs = nowMs;
            }
        }

        foreach (var entry in processes.Ended)
        {
            if (_states.Remove(entry, out var state))
            {
                _ended.Add(state);
                if (state.Entity is { } entity)
                {
                    entity.EndTimeMs = nowMs;
                }
            }
        }
    }

    /// <summary>Ends the span: the values of those that lead, and of the others together.</summary>
    /// <param name="set">Where to write.</param>
    /// <param name="spanSeconds">The span's length.</param>
    /// <param name="processes">When they began.</param>
    public void Take(SampleSet set, int spanSeconds, ProcessTable processes)
    {
        foreach (var state in _states.Values.Concat(_ended))
        {
            if (!_byParent.TryGetValue(state.Parent, out var list))
            {
                _byParent.Add(state.Parent, list = []);
            }

            list.Add(state);
        }

        foreach (var (parent, list) in _byParent)
        {
            if (list.Count > 0)
            {
                Take(set, spanSeconds, parent, list, processes);
                list.Clear();
            }
        }

        _ended.Clear();
        if (_byParent.Count > 2 * (_others.Count + 100))
        {
            _byParent.Clear();
        }
    }

    void Take(SampleSet set, int spanSeconds, ulong parent, List<ProcessState> list, ProcessTable processes)
    {
        var shown = Rank(list);
        MeasuredEntity? others = null;
        foreach (var state in list)
        {
            state.Entry.IsShown = shown is null || shown.Contains(state);
            if (state.Entry.IsShown)
            {
                var entity = state.Entity ??= Begin(state, parent, processes);
                SetName(entity, state);
                AddSamples(set, state.Sums.Take(entity.Number, spanSeconds));
            }
            else
            {
                others ??= FindOthers(parent);
                others.Sums.AddSpanOf(state.Sums);
                state.Sums.Clear();
            }
        }

        if (others is not null)
        {
            AddSamples(set, others.Sums.Take(others.Number, spanSeconds));
        }
    }

    // All when there are few; null stands for that.
    HashSet<ProcessState>? Rank(List<ProcessState> list)
    {
        if (list.Count <= _top)
        {
            return null;
        }

        HashSet<ProcessState> shown = [];
        foreach (var column in _columns)
        {
            // NaN sorts last: it is less than every number.
            list.Sort((x, y) => y.Sums.SumOf(column).CompareTo(x.Sums.SumOf(column)));
            foreach (var state in list.Take(_top))
            {
                if (state.Sums.SumOf(column) > 0)
                {
                    shown.Add(state);
                }
            }
        }

        return shown;
    }

    MeasuredEntity Begin(ProcessState state, ulong parent, ProcessTable processes)
    {
        var entry = state.Entry;
        var number = EntityNumber.Of(
            "process", _bootId, entry.Id.ToString(CultureInfo.InvariantCulture), entry.StartTicks.ToString(CultureInfo.InvariantCulture));
        var entity = new MeasuredEntity(number, EntityKind.Process, state.Sums) { Parent = parent, BeginTimeMs = processes.BeginTimeMs(entry) };
        if (entry.HasEnded)
        {
            entity.EndTimeMs = entity.BeginTimeMs + (long)(1000 * Math.Max(0, entry.Measure.UptimeSeconds));
        }

        _journal.Add(entity);
        return entity;
    }

    // Programs change their name when they execute another one; its arguments are read then too.
    void SetName(MeasuredEntity entity, ProcessState state)
    {
        var entry = state.Entry;
        if (entity.FindLabel(LabelNames.ProcessName) == entry.Name)
        {
            return;
        }

        List<Label> labels =
        [
            new() { Name = LabelNames.ProcessName, Value = entry.Name },
            new() { Name = LabelNames.ProcessId, Value = entry.Id.ToString(CultureInfo.InvariantCulture) },
        ];
        if (_showsCommandLines && _files.ReadCommandLine(entry.Id) is { Length: > 0 } line)
        {
            labels.Add(new Label { Name = LabelNames.ProcessCommandLine, Value = line.Length > MaxCommandLine ? line[..MaxCommandLine] : line });
        }

        entity.Labels = labels;
    }

    MeasuredEntity FindOthers(ulong parent)
    {
        if (!_others.TryGetValue(parent, out var others) || _journal.Find(others.Number) != others)
        {
            others = new MeasuredEntity(EntityNumber.Of("others", parent.ToString(CultureInfo.InvariantCulture)), EntityKind.Process, new MetricSums(_metrics.Columns))
            {
                Parent = parent,
                BeginTimeMs = _journal.Find(parent)?.BeginTimeMs ?? _host.BeginTimeMs,
                Labels = [new Label { Name = LabelNames.ProcessName, Value = OthersName }],
            };
            _others[parent] = others;
            _journal.Add(others);
        }

        return others;
    }

    static void AddSamples(SampleSet set, EntitySamples? samples)
    {
        if (samples is not null)
        {
            set.Entities.Add(samples);
        }
    }
}
