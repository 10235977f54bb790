using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.State;

/// <summary>
/// The frameworks, Mesos agents and live tasks that masters told of. A whole state replaces what was there, except what it cannot know:
/// a master that was restarted knows a task only after its agent has come back, which takes a minute on a quiet network.
/// </summary>
sealed class TaskTable(ClusterOptions options, TimeProvider time)
{
    Dictionary<TaskKey, ClusterTask> _tasks = [];
    Dictionary<byte[], ClusterFramework> _frameworks = ClusterContent.Table<ClusterFramework>();
    Dictionary<byte[], ClusterAgent> _agents = ClusterContent.Table<ClusterAgent>();
    byte[] _masterId = [];
    long _restarted;
    bool _wasRestarted;
    bool _countsLive;

    /// <summary>Whether anything changed since <see cref="Seal"/>.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Takes a whole state.</summary>
    public void Take(MasterState state)
    {
        // A stream begins without saying which master it is: it may be another one each time.
        if (_tasks.Count > 0 && (state.Id.Length == 0 || !state.Id.AsSpan().SequenceEqual(_masterId)))
        {
            _restarted = time.GetTimestamp();
            _wasRestarted = true;
        }

        _masterId = state.Id;
        IsChanged |= _countsLive != state.CountsLive;
        _countsLive = state.CountsLive;
        TakeFrameworks(state);
        var agents = ClusterContent.Table<ClusterAgent>();
        foreach (var agent in state.RecoveredAgents)
        {
            agents[agent.Id] = agent with { IsActive = false };
        }

        foreach (var agent in state.Agents)
        {
            agents[agent.Id] = agent;
        }

        IsChanged |= !AreEqual(agents, _agents);
        TakeTasks(state, agents);
        _agents = agents;
    }

    /// <summary>Takes what a Mesos agent runs.</summary>
    public void Take(AgentState state)
    {
        foreach (var framework in state.Frameworks)
        {
            IsChanged |= _frameworks.TryAdd(framework.Id, framework);
        }

        foreach (var task in state.Tasks)
        {
            if (!_tasks.TryGetValue(new TaskKey(task), out var known))
            {
                Put(task);
            }
            else if (known.ContainerId.Length == 0 && task.ContainerId.Length > 0)
            {
                Put(known with { ContainerId = task.ContainerId, ParentContainerId = task.ParentContainerId });
            }
        }
    }

    /// <summary>Takes the containers of a Mesos agent.</summary>
    public void Take(AgentContainers containers)
    {
        foreach (var container in containers.Items)
        {
            // Only a command task's executor has the task's own id; those of others share their container with all their tasks.
            if (_tasks.TryGetValue(new TaskKey(container.FrameworkId, container.ExecutorId), out var task) && task.ContainerId.Length == 0)
            {
                Put(task with { ContainerId = container.Id, ParentContainerId = container.ParentId });
            }
        }
    }

    /// <summary>Takes one change.</summary>
    public void Take(OperatorEvent e)
    {
        switch (e.Kind)
        {
            case OperatorEventKind.TaskAdded when e.Task is not null:
                Put(e.Task);
                break;
            case OperatorEventKind.TaskUpdated when e.Task is not null:
                Put(Update(e.Task));
                break;
            case OperatorEventKind.AgentAdded when e.Agent is not null:
                IsChanged = true;
                _agents[e.Agent.Id] = e.Agent;
                break;
            case OperatorEventKind.AgentRemoved when e.Agent is not null:
                Remove(e.Agent);
                break;
            case OperatorEventKind.FrameworkAdded or OperatorEventKind.FrameworkUpdated when e.Framework is not null:
                IsChanged = true;
                _frameworks[e.Framework.Id] = e.Framework;
                break;
            case OperatorEventKind.FrameworkRemoved when e.Framework is not null:
                Remove(e.Framework);
                break;
        }
    }

    /// <summary>The tasks that have names.</summary>
    public ClusterTask[] NamedTasks() => [.. _tasks.Values.Where(IsNamed)];

    /// <summary>Their ids.</summary>
    public HashSet<byte[]> NamedIds() => new(_tasks.Values.Where(IsNamed).Select(static task => task.Id), ByteTextComparer.Instance);

    /// <summary>Hands the frameworks over; from here on this table changes a copy.</summary>
    public (Dictionary<byte[], ClusterFramework> Frameworks, Dictionary<byte[], ClusterAgent> Agents) Seal()
    {
        IsChanged = false;
        var sealedNow = (_frameworks, _agents);
        _frameworks = new(_frameworks, ByteTextComparer.Instance);
        _agents = new(_agents, ByteTextComparer.Instance);
        return sealedNow;
    }

    void TakeFrameworks(MasterState state)
    {
        var frameworks = ClusterContent.Table<ClusterFramework>();
        foreach (var framework in state.Frameworks)
        {
            // Of several with one id an active one counts, and of those the last.
            if (framework.IsActive || !frameworks.TryGetValue(framework.Id, out var other) || !other.IsActive)
            {
                frameworks[framework.Id] = framework;
            }
        }

        IsChanged |= !AreEqual(frameworks, _frameworks);
        foreach (var task in _tasks.Values)
        {
            // Tasks that stay although this state lacks them still have the framework that they had.
            if (!frameworks.ContainsKey(task.FrameworkId) && _frameworks.TryGetValue(task.FrameworkId, out var old))
            {
                frameworks.Add(old.Id, old);
            }
        }

        _frameworks = frameworks;
    }

    void TakeTasks(MasterState state, Dictionary<byte[], ClusterAgent> agents)
    {
        var tasks = new Dictionary<TaskKey, ClusterTask>(state.Tasks.Count);
        foreach (var task in state.Tasks)
        {
            if (TaskStates.IsLive(task.State))
            {
                tasks.TryAdd(new TaskKey(task), Keep(task));
            }
        }

        var heard = new HashSet<byte[]>(state.Agents.Select(static agent => agent.Id), ByteTextComparer.Instance);
        foreach (var (key, task) in _tasks)
        {
            if (!heard.Contains(task.AgentId) && (agents.ContainsKey(task.AgentId) || IsRecentlyRestarted()))
            {
                if (tasks.TryAdd(key, task) && _agents.TryGetValue(task.AgentId, out var agent))
                {
                    agents.TryAdd(agent.Id, agent);
                }
            }
        }

        IsChanged |= tasks.Count != _tasks.Count;
        _tasks = tasks;
    }

    // The same object for the same content: what nobody changed costs no memory and no new version.
    ClusterTask Keep(ClusterTask task)
    {
        if (_tasks.TryGetValue(new TaskKey(task), out var old))
        {
            task = task.ContainerId.Length == 0 && old.ContainerId.Length > 0
                ? task with { ContainerId = old.ContainerId, ParentContainerId = old.ParentContainerId }
                : task;
            if (old.HasSameContent(task))
            {
                return old;
            }
        }

        IsChanged = true;
        return task;
    }

    bool IsRecentlyRestarted() => _wasRestarted && time.GetElapsedTime(_restarted) < options.Grace;

    ClusterTask Update(ClusterTask update)
    {
        if (!_tasks.TryGetValue(new TaskKey(update), out var task))
        {
            return update;
        }

        return update.ContainerId.Length == 0
            ? task with { State = update.State, IsHealthy = update.IsHealthy }
            : task with { State = update.State, IsHealthy = update.IsHealthy, ContainerId = update.ContainerId, ParentContainerId = update.ParentContainerId };
    }

    void Put(ClusterTask task)
    {
        var key = new TaskKey(task);
        if (TaskStates.IsLive(task.State))
        {
            IsChanged = true;
            _tasks[key] = task;
        }
        else
        {
            IsChanged |= _tasks.Remove(key);
        }
    }

    void Remove(ClusterAgent agent)
    {
        IsChanged |= _agents.Remove(agent.Id);
        foreach (var (key, task) in _tasks)
        {
            if (task.AgentId.AsSpan().SequenceEqual(agent.Id))
            {
                IsChanged |= _tasks.Remove(key);
            }
        }
    }

    void Remove(ClusterFramework framework)
    {
        IsChanged |= _frameworks.Remove(framework.Id);
        foreach (var (key, _) in _tasks)
        {
            if (key.FrameworkId.AsSpan().SequenceEqual(framework.Id))
            {
                IsChanged |= _tasks.Remove(key);
            }
        }
    }

    bool IsNamed(ClusterTask task) =>
        !options.StrictStates || _countsLive || (task.State == TaskState.Running && _frameworks.TryGetValue(task.FrameworkId, out var framework) && framework.IsActive);

    static bool AreEqual(Dictionary<byte[], ClusterFramework> x, Dictionary<byte[], ClusterFramework> y) =>
        x.Count == y.Count && x.All(pair => y.TryGetValue(pair.Key, out var other) && pair.Value.HasSameContent(other));

    static bool AreEqual(Dictionary<byte[], ClusterAgent> x, Dictionary<byte[], ClusterAgent> y) =>
        x.Count == y.Count && x.All(pair => y.TryGetValue(pair.Key, out var other) && pair.Value.HasSameContent(other));
}
