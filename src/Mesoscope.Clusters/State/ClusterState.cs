using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.State;

/// <summary>
/// What is known of a cluster, from all its documents so far. The background threads that watch the cluster write it; what the others
/// see is <see cref="Current"/>, which changes at once and as a whole. May be used by several threads.
/// </summary>
/// <remarks>A document that is not usable changes nothing: the last good names stay.</remarks>
public sealed class ClusterState
{
    readonly Lock _lock = new();
    readonly TaskTable _tasks;
    readonly Dictionary<byte[], MarathonTable> _marathons = ClusterContent.Table<MarathonTable>();
    readonly ClusterOptions _options;
    volatile ClusterNames _current = ClusterNames.Empty;
    bool _isMarathonChanged;

    /// <summary>A cluster of which nothing is known.</summary>
    /// <param name="options">Whose names count; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ClusterState(ClusterOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new ClusterOptions();
        _tasks = new TaskTable(_options, time ?? TimeProvider.System);
    }

    /// <summary>The names as last published. Reading it costs no lock.</summary>
    public ClusterNames Current => _current;

    /// <summary>Takes a master's whole state. Tasks that a restarted master cannot know yet keep their names.</summary>
    public void Take(MasterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsUsable)
        {
            lock (_lock)
            {
                _tasks.Take(state);
            }
        }
    }

    /// <summary>Takes what a Mesos agent runs: containers of tasks whose master does not tell them, and tasks that no master told of.</summary>
    public void Take(AgentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsUsable)
        {
            lock (_lock)
            {
                _tasks.Take(state);
            }
        }
    }

    /// <summary>Takes the containers of a Mesos agent, for tasks whose container is not known yet.</summary>
    public void Take(AgentContainers containers)
    {
        ArgumentNullException.ThrowIfNull(containers);
        if (containers.IsUsable)
        {
            lock (_lock)
            {
                _tasks.Take(containers);
            }
        }
    }

    /// <summary>Takes one event of the operator API's stream.</summary>
    public void Take(OperatorEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.State is not null)
        {
            Take(e.State);
            return;
        }

        lock (_lock)
        {
            _tasks.Take(e);
        }
    }

    /// <summary>Takes the tree of groups of the Marathon that has this framework.</summary>
    public void TakeGroups(byte[] frameworkId, MarathonApps groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Change(frameworkId, groups.IsUsable, marathon => marathon.TakeGroups(groups));
    }

    /// <summary>Takes the apps, with their tasks, of the Marathon that has this framework.</summary>
    public void TakeApps(byte[] frameworkId, MarathonApps apps)
    {
        ArgumentNullException.ThrowIfNull(apps);
        Change(frameworkId, apps.IsUsable, marathon => marathon.TakeApps(apps, _options.LinksNamedTasksOnly ? _tasks.NamedIds().Contains : null));
    }

    /// <summary>Takes a single task of an app, as events tell it; the next list of apps replaces it.</summary>
    /// <returns>Whether that says anything: the app's id must be a path.</returns>
    public bool TakeTask(byte[] frameworkId, byte[] taskId, byte[] appId)
    {
        var isTaken = false;
        Change(frameworkId, taskId.Length > 0, marathon => isTaken = marathon.TakeTask(taskId, appId));
        return isTaken;
    }

    /// <summary>Takes the pods of the Marathon that has this framework.</summary>
    public void TakePods(byte[] frameworkId, MarathonPods pods)
    {
        ArgumentNullException.ThrowIfNull(pods);
        Change(frameworkId, pods.IsUsable, marathon => marathon.TakePods(pods));
    }

    /// <summary>Forgets the apps of a Marathon that is no longer there. Not for one that only does not answer.</summary>
    public void ForgetMarathon(byte[] frameworkId)
    {
        lock (_lock)
        {
            _isMarathonChanged |= _marathons.Remove(frameworkId);
        }
    }

    /// <summary>
    /// Makes what was taken <see cref="Current"/>; when nothing changed, that stays the same object. Costs time for each task, so call
    /// it after a batch of events rather than after each.
    /// </summary>
    /// <returns>The current names.</returns>
    public ClusterNames Publish()
    {
        lock (_lock)
        {
            if (_tasks.IsChanged || _isMarathonChanged)
            {
                _current = new ClusterNames(MakeContent());
            }

            return _current;
        }
    }

    ClusterContent MakeContent()
    {
        var (frameworks, agents) = _tasks.Seal();
        var isMarathonChanged = _isMarathonChanged;
        _isMarathonChanged = false;
        return new ClusterContent
        {
            Version = _current.Version + 1,
            Tasks = _tasks.NamedTasks(),
            Frameworks = frameworks,
            Agents = agents,
            AppsByTask = isMarathonChanged ? Join(static marathon => marathon.AppsByTask) : _current.AppsByTask,
            PodsByTask = isMarathonChanged ? Join(static marathon => marathon.PodsByTask) : _current.PodsByTask,
            TaskDetails = isMarathonChanged ? Join(static marathon => marathon.TaskDetails) : _current.TaskDetails,
            Apps = isMarathonChanged ? [.. _marathons.Values.SelectMany(static marathon => marathon.Apps)] : _current.Apps,
            Pods = isMarathonChanged ? [.. _marathons.Values.SelectMany(static marathon => marathon.Pods)] : _current.Pods,
            Groups = isMarathonChanged ? [.. _marathons.Values.SelectMany(static marathon => marathon.Groups)] : _current.Groups,
        };
    }

    Dictionary<byte[], T> Join<T>(Func<MarathonTable, Dictionary<byte[], T>> take)
    {
        var all = ClusterContent.Table<T>();
        foreach (var marathon in _marathons.Values)
        {
            foreach (var (task, item) in take(marathon))
            {
                all[task] = item;
            }
        }

        return all;
    }

    void Change(byte[] frameworkId, bool isUsable, Action<MarathonTable> change)
    {
        if (!isUsable)
        {
            return;
        }

        lock (_lock)
        {
            if (!_marathons.TryGetValue(frameworkId, out var marathon))
            {
                _marathons.Add(frameworkId, marathon = new MarathonTable(frameworkId));
            }

            change(marathon);
            _isMarathonChanged = true;
        }
    }
}
