using System.Text;
using Mesoscope.Agent.Naming;
using Mesoscope.Clusters.Model;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Masters;

/// <summary>Makes the report of a cluster's tasks: what changed since the one before, and all now and then.</summary>
/// <param name="labels">Makes the labels of tasks.</param>
/// <param name="name">Name of the cluster; empty for one that is found.</param>
/// <param name="clock">The time.</param>
sealed class ClusterReporter(ContainerLabels labels, string name, TimeProvider clock)
{
    // Beyond changes, the server hears of all tasks so often.
    static readonly TimeSpan s_fullInterval = TimeSpan.FromMinutes(10);

    // That a task is gone only a whole report can say.
    static readonly TimeSpan s_goneInterval = TimeSpan.FromSeconds(30);

    Dictionary<string, TaskRecord> _told = new(StringComparer.Ordinal);
    string _clusterId = name;
    long _version;
    long _lastFull;
    bool _isAnyGone;

    /// <summary>The report for the next batch; null when there is nothing to say.</summary>
    /// <param name="names">The names.</param>
    /// <param name="isAll">Whether the server has to hear of everything.</param>
    public ClusterReport? Make(ClusterNames names, bool isAll)
    {
        if (names.Version == 0)
        {
            return null;
        }

        isAll |= _lastFull == 0 || clock.GetElapsedTime(_lastFull) >= (_isAnyGone ? s_goneInterval : s_fullInterval);
        if (!isAll && names.Version == _version)
        {
            return null;
        }

        var now = names.Tasks
            .DistinctBy(static task => Key(task))
            .ToDictionary(static task => Key(task), task => ToRecord(task, names), StringComparer.Ordinal);
        var report = new ClusterReport { ClusterId = FindId(names), HasAllTasks = isAll };
        report.Tasks.AddRange(isAll ? now.Values : now.Where(pair => !_told.TryGetValue(pair.Key, out var told) || !told.Equals(pair.Value)).Select(static pair => pair.Value));
        _isAnyGone = !isAll && (_isAnyGone || _told.Keys.Any(key => !now.ContainsKey(key)));
        _told = now;
        _version = names.Version;
        _lastFull = isAll ? clock.GetTimestamp() : _lastFull;
        return isAll || report.Tasks.Count > 0 ? report : null;
    }

    /// <summary>
    /// What tells the cluster from others: the id of a framework, which outlives masters. That of a Marathon, since they live as long as the
    /// cluster; found once, since all agents that ask its masters should find the same.
    /// </summary>
    string FindId(ClusterNames names)
    {
        if (_clusterId.Length == 0)
        {
            _clusterId = names.Frameworks
                .Where(static framework => framework.Name.AsSpan().StartsWith("marathon"u8))
                .DefaultIfEmpty(names.Frameworks.FirstOrDefault())
                .Select(static framework => framework is null ? "" : Encoding.UTF8.GetString(framework.Id))
                .Min(StringComparer.Ordinal) ?? "";
        }

        return _clusterId.Length > 0 ? _clusterId : "mesos";
    }

    static string Key(ClusterTask task) => Encoding.UTF8.GetString(task.FrameworkId) + "\n" + Encoding.UTF8.GetString(task.Id);

    TaskRecord ToRecord(ClusterTask task, ClusterNames names)
    {
        var record = new TaskRecord
        {
            TaskId = Encoding.UTF8.GetString(task.Id),
            State = Encoding.UTF8.GetString(TaskStates.ToText(task.State)),
            HostName = names.FindAgent(task.AgentId) is { } agent ? Encoding.UTF8.GetString(agent.Hostname) : "",
        };
        // The outer container of a pod belongs to all its tasks, and so to none.
        if (task.ContainerId.Length > 0)
        {
            record.ContainerIds.Add(Encoding.UTF8.GetString(task.ContainerId));
        }

        record.Labels.AddRange(labels.OfTask(task, names));
        return record;
    }
}
