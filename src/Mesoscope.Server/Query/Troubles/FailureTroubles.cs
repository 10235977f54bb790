using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Troubles;

// What failed and began again, from the happenings of the last minutes, oldest first.
sealed class FailureTroubles
{
    const int ManyFailures = 3;

    static readonly string[] s_asked = ["TASK_KILLED", "TASK_KILLING"];
    static readonly string[] s_failed = ["TASK_FAILED", "TASK_ERROR", "TASK_LOST", "TASK_DROPPED", "TASK_GONE", "TASK_UNREACHABLE"];
    static readonly string[] s_early = ["TASK_STAGING", "TASK_STARTING", ""];

    readonly HashSet<string> _askedTasks = new(StringComparer.Ordinal);
    readonly HashSet<string> _endedTasks = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<HappeningRecord>> _ends = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<HappeningRecord>> _neverStarted = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<HappeningRecord>> _outOfMemory = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<HappeningRecord>> _conflicts = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _lastBegin = new(StringComparer.Ordinal);

    public FailureTroubles(IReadOnlyList<HappeningRecord> happenings)
    {
        foreach (var happening in happenings.Where(static h => h.Kind == HappeningKinds.TaskState && IsState(h, LabelNames.TaskState, s_asked)))
        {
            _askedTasks.Add(TaskOf(happening));
        }

        foreach (var happening in happenings)
        {
            Take(happening);
        }

        foreach (var happening in happenings.Where(static h => h.Kind == HappeningKinds.TaskState && IsState(h, LabelNames.TaskState, s_failed)))
        {
            if (!_endedTasks.Contains(TaskOf(happening)))
            {
                Add(IsState(happening, HappeningLabels.EarlierState, s_early) ? _neverStarted : _ends, happening);
            }
        }
    }

    public static bool IsFailure(string state) => s_failed.Contains(state);

    // Tells of something that lives now, so that the last restart counts although nobody told of its begin.
    public void TakeAlive(LabelSet labels, long begin)
    {
        if (_ends.Count > 0 && ThingKey.Of(labels) is var key && _ends.ContainsKey(key))
        {
            TakeBegin(key, begin);
        }
    }

    // The newest failed end of each thing on each host: what stays in sight until it is 10 minutes old.
    public IEnumerable<HappeningRecord> NewestEnds() =>
        _ends.Values.Concat(_outOfMemory.Values).SelectMany(static e => e)
            .GroupBy(static e => ThingKey.OnHost(e.Labels), StringComparer.Ordinal)
            .Select(static g => g.MaxBy(static e => e.Milliseconds)!);

    public IEnumerable<Trouble> Find()
    {
        foreach (var (_, conflicts) in _conflicts)
        {
            yield return Of(TroubleKind.PortConflict, conflicts, conflicts[^1].Text);
        }

        foreach (var (_, failures) in _neverStarted)
        {
            yield return Of(TroubleKind.NotStarted, failures, failures[^1].Text);
        }

        foreach (var key in _ends.Keys.Union(_outOfMemory.Keys, StringComparer.Ordinal))
        {
            foreach (var trouble in Ended(key))
            {
                yield return trouble;
            }
        }
    }

    static bool IsState(HappeningRecord happening, string label, string[] states) =>
        states.Contains(happening.Labels.TryGet(label, out var state) ? state : "");

    static string TaskOf(HappeningRecord happening) => happening.Labels.TryGet(LabelNames.TaskId, out var task) ? task : "";

    static void Add(Dictionary<string, List<HappeningRecord>> lists, HappeningRecord happening)
    {
        var key = ThingKey.Of(happening.Labels);
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(happening);
    }

    static Trouble Of(string kind, List<HappeningRecord> happenings, string text)
    {
        var newest = happenings[^1];
        return new Trouble(kind, text, newest.Labels, newest.Milliseconds)
        {
            Count = happenings.Count,
            Entity = newest.Entity,
            Happening = newest.Id,
            Culprit = Culprits.Of(newest.Labels),
        };
    }

    void Take(HappeningRecord happening)
    {
        switch (happening.Kind)
        {
            case HappeningKinds.ContainerStarted:
                TakeBegin(ThingKey.Of(happening.Labels), happening.Milliseconds);
                break;
            case HappeningKinds.PortConflict:
                Add(_conflicts, happening);
                break;
            case HappeningKinds.OutOfMemory:
                Add(_outOfMemory, happening);
                break;
            case HappeningKinds.ContainerDied:
                TakeEnd(happening);
                break;
            default:
                break;
        }
    }

    void TakeEnd(HappeningRecord end)
    {
        var task = TaskOf(end);
        _endedTasks.Add(task);
        if (!Ends.IsFailure(end) || (task.Length > 0 && _askedTasks.Contains(task) && !Ends.IsOutOfMemory(end)))
        {
            return;
        }

        Add(_ends, end);
    }

    void TakeBegin(string key, long milliseconds) =>
        _lastBegin[key] = Math.Max(milliseconds, _lastBegin.GetValueOrDefault(key));

    IEnumerable<Trouble> Ended(string key)
    {
        var ends = _ends.GetValueOrDefault(key, []);
        var kills = _outOfMemory.GetValueOrDefault(key, []);
        var restarts = ends.Count == 0 ? 0 : ends.Count - 1 + (_lastBegin.GetValueOrDefault(key) > ends[^1].Milliseconds ? 1 : 0);
        var outOfMemory = kills.Count > 0 ? kills : ends.FindAll(Ends.IsOutOfMemory);
        if (outOfMemory.Count > 0)
        {
            yield return Of(TroubleKind.OomKilled, outOfMemory, outOfMemory[^1].Text) with { Restarts = restarts };
            restarts = 0;
        }

        var others = outOfMemory.Count == 0 ? ends : ends.FindAll(static e => !Ends.IsOutOfMemory(e));
        if (ends.Count >= ManyFailures)
        {
            yield return Of(TroubleKind.Restarting, ends, $"failed {ends.Count} times in 10 minutes, the last time: {Ends.Describe(ends[^1])}") with { Restarts = restarts };
        }
        else if (others.Count > 0)
        {
            yield return Of(TroubleKind.Died, others, others[^1].Text) with { Restarts = restarts };
        }
    }
}
