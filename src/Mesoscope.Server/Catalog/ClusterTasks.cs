using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// The tasks of all clusters, by id and by container. Guarded by the catalog's lock.
sealed class ClusterTasks(LabelReader labels)
{
    // A restarted master tells of no tasks for about a minute, of some for another; so long nothing is forgotten.
    const long ForgottenAfterMilliseconds = 3 * 60_000;

    // How long a task that failed without a container is shown.
    const long ShownMilliseconds = 10 * 60_000;

    const int MaxTasks = 500_000;

    static readonly HashSet<string> s_failed = ["TASK_FAILED", "TASK_ERROR", "TASK_LOST", "TASK_DROPPED", "TASK_UNREACHABLE", "TASK_GONE", "TASK_GONE_BY_OPERATOR", "TASK_UNKNOWN"];
    static readonly HashSet<string> s_beginning = ["TASK_STAGING", "TASK_STARTING"];

    readonly Dictionary<(string Cluster, string Task), TaskEntry> _tasks = [];
    readonly Dictionary<string, TaskEntry> _byTask = new(StringComparer.Ordinal);
    readonly Dictionary<string, TaskEntry> _byContainer = new(StringComparer.Ordinal);

    // Takes a report; returns the tasks whose names or containers changed.
    public List<TaskEntry> Apply(ClusterReport report, long nowMilliseconds, DropCounts drops)
    {
        var changed = new List<TaskEntry>();
        foreach (var record in report.Tasks)
        {
            if (record.TaskId.Length == 0)
            {
                drops.Add("task without id");
            }
            else if (!_tasks.TryGetValue((report.ClusterId, record.TaskId), out var entry) && _tasks.Count >= MaxTasks)
            {
                drops.Add("task beyond the limit");
            }
            else
            {
                if (entry is null)
                {
                    entry = _tasks[(report.ClusterId, record.TaskId)] = new TaskEntry(report.ClusterId, record.TaskId);
                    _byTask[record.TaskId] = entry;
                }

                if (Update(entry, record, nowMilliseconds, drops))
                {
                    changed.Add(entry);
                }
            }
        }

        if (report.HasAllTasks)
        {
            Forget(report.ClusterId, nowMilliseconds);
        }

        return changed;
    }

    // The task of a container, by its id or by the task's id that its agent found; null when no cluster told of it.
    public TaskEntry? Find(LabelSet container)
    {
        if (container.TryGet(LabelNames.ContainerId, out var id) && _byContainer.TryGetValue(Key(id), out var entry))
        {
            return entry;
        }

        return container.TryGet(LabelNames.TaskId, out var task) ? _byTask.GetValueOrDefault(task) : null;
    }

    // Tasks that wait for a container, and those that failed without one a short time ago.
    public List<WaitingTask> Waiting(long nowMilliseconds) =>
    [
        .. _tasks.Values
            .Where(t => !t.HasContainer && (s_beginning.Contains(t.State) || (s_failed.Contains(t.State) && t.SinceMilliseconds > nowMilliseconds - ShownMilliseconds)))
            .OrderBy(t => t.TaskId, StringComparer.Ordinal)
            .Select(t => new WaitingTask(t.ClusterId, t.TaskId, t.State, t.HostName, t.Labels, t.SinceMilliseconds)),
    ];

    // Docker's ids are shown with 12 digits, and told with 64.
    public static string Key(string containerId) => containerId.Length == 64 && containerId.AsSpan().IndexOfAnyExceptInRange('0', 'f') < 0 ? containerId[..12] : containerId;

    bool Update(TaskEntry entry, TaskRecord record, long nowMilliseconds, DropCounts drops)
    {
        entry.ReportedMilliseconds = nowMilliseconds;
        var names = labels.Read(record.Labels, drops);
        names = LabelSet.From(names.All.Append(new(LabelNames.TaskId, entry.TaskId)).Concat(record.State.Length > 0 ? [new(LabelNames.TaskState, record.State)] : Array.Empty<KeyValuePair<string, string>>()));
        var isChanged = !names.Equals(entry.Labels) || !record.ContainerIds.SequenceEqual(entry.ContainerIds) || record.HostName != entry.HostName;
        if (record.State != entry.State)
        {
            (entry.State, entry.SinceMilliseconds, isChanged) = (record.State, nowMilliseconds, true);
        }

        if (!isChanged)
        {
            return false;
        }

        (entry.Labels, entry.HostName, entry.ContainerIds) = (names, record.HostName, [.. record.ContainerIds]);
        foreach (var id in entry.ContainerIds)
        {
            _byContainer[Key(id)] = entry;
        }

        return true;
    }

    void Forget(string clusterId, long nowMilliseconds)
    {
        foreach (var ((cluster, task), entry) in _tasks)
        {
            if (cluster != clusterId || entry.ReportedMilliseconds > nowMilliseconds - ForgottenAfterMilliseconds)
            {
                continue;
            }

            // Containers that were named by it keep their names.
            _tasks.Remove((cluster, task));
            if (_byTask.GetValueOrDefault(task) == entry)
            {
                _byTask.Remove(task);
            }

            foreach (var id in entry.ContainerIds)
            {
                if (_byContainer.GetValueOrDefault(Key(id)) == entry)
                {
                    _byContainer.Remove(Key(id));
                }
            }
        }
    }
}
