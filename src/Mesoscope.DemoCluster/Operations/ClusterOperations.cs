using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Population;

namespace Mesoscope.DemoCluster.Operations;

/// <summary>What can happen to tasks, agents and frameworks, each with the events that a real cluster tells. Safe for several threads.</summary>
sealed class ClusterOperations(Cluster cluster, IdSource ids, TaskMaker tasks)
{
    /// <summary>To be set before the first launch.</summary>
    public ITaskRunner? Runner { get; set; }

    /// <summary>Called after a task has ended, with the task in its last state.</summary>
    public event Action<ClusterTask>? Ended;

    public Cluster Cluster => cluster;

    public IdSource Ids => ids;

    public TaskMaker Tasks => tasks;

    public StatusUpdate NewStatus(ClusterTask task, string state) => tasks.Status(task, state, cluster.Now);

    /// <summary>An agent that can take a task; null when none is connected.</summary>
    public string? AnyAgent()
    {
        var agents = cluster.State.Agents.Values.Where(a => a.Active).ToList();
        return agents.Count == 0 ? null : agents[ids.Next(agents.Count)].Id;
    }

    public void Launch(IReadOnlyCollection<ClusterTask> added)
    {
        cluster.Change((state, events) => added.Aggregate(state, (s, task) =>
        {
            events.Add(new MasterEvent.TaskAdded(task));
            return s.With(task);
        }));
        foreach (var task in added)
        {
            Runner?.Launch(task);
        }
    }

    /// <summary>Launches the tasks that the cluster was invented with.</summary>
    public void LaunchStaged()
    {
        foreach (var task in cluster.State.Frameworks.Values.SelectMany(f => f.Tasks.Values).Where(t => t.State == TaskState.Staging))
        {
            Runner?.Launch(task);
        }
    }

    /// <summary>A status update came from the task's executor. Ignored when the task is not known (any more).</summary>
    public void Report(string taskId, StatusUpdate status)
    {
        ClusterTask? ended = null;
        cluster.Change((state, events) =>
        {
            if (state.FindTask(taskId) is not { } task)
            {
                return state;
            }

            var changed = task.With(status);
            events.Add(new MasterEvent.TaskUpdated(changed, status));
            if (task.RunSpecId is not null)
            {
                events.Add(new MarathonEvent.StatusChanged(task.FrameworkId, changed, status, state.Agents.GetValueOrDefault(task.AgentId)?.Hostname ?? ""));
            }

            ended = changed.IsLive ? null : changed;
            return state.With(changed);
        });
        if (ended is not null)
        {
            Ended?.Invoke(ended);
        }
    }

    /// <summary>A health check of a running task ended: a status update tells it, and Marathon's stream.</summary>
    /// <returns>False when no running task has this id.</returns>
    public bool SetHealthy(string taskId, bool isHealthy)
    {
        var found = false;
        cluster.Change((state, events) =>
        {
            if (state.FindTask(taskId) is not { State: TaskState.Running } task)
            {
                return state;
            }

            found = true;
            var status = NewStatus(task, TaskState.Running) with { Healthy = isHealthy };
            var changed = task.With(status);
            events.Add(new MasterEvent.TaskUpdated(changed, status));
            if (task.RunSpecId is not null)
            {
                events.Add(new MarathonEvent.HealthChanged(task.FrameworkId, changed, isHealthy));
            }

            return state.With(changed);
        });
        return found;
    }

    /// <returns>False when no live task has this id.</returns>
    public bool Kill(string taskId)
    {
        if (cluster.State.FindTask(taskId) is not { } task)
        {
            return false;
        }

        Runner?.Kill(task);
        return true;
    }

    /// <summary>The agent's connection broke; its tasks run on, but nobody knows for how long.</summary>
    public bool Disconnect(string agentId)
    {
        var found = false;
        cluster.Change((state, _) =>
        {
            found = state.Agents.TryGetValue(agentId, out var agent);
            return agent is null ? state : state.With(agent with { Active = false });
        });
        return found;
    }

    /// <summary>The master gave the agent up. As seen on a real one, the stream tells this of the tasks and never of the agent.</summary>
    public void MakeUnreachable(string agentId) => cluster.Change((state, events) =>
    {
        if (!state.Agents.TryGetValue(agentId, out var agent) || agent.Active)
        {
            return state;
        }

        foreach (var task in state.Frameworks.Values.SelectMany(f => f.Tasks.Values).Where(t => t.AgentId == agentId).ToList())
        {
            var status = NewStatus(task, TaskState.Unreachable) with { Container = null, Reason = "REASON_AGENT_REMOVED", Message = "health check timed out" };
            var changed = task.With(status);
            events.Add(new MasterEvent.TaskUpdated(changed, status));
            state = state.With(changed);
        }

        return state;
    });

    /// <summary>The agent is back. As seen on a real master, its tasks are told before itself.</summary>
    public bool Reconnect(string agentId)
    {
        var found = false;
        cluster.Change((state, events) =>
        {
            found = state.Agents.TryGetValue(agentId, out var agent);
            if (agent is null)
            {
                return state;
            }

            foreach (var task in state.Frameworks.Values.SelectMany(f => f.UnreachableTasks.Values).Where(t => t.AgentId == agentId).ToList())
            {
                var back = task.With(NewStatus(task, TaskState.Running));
                events.Add(new MasterEvent.TaskAdded(back));
                state = state.With(back);
            }

            agent = agent with { Active = true };
            events.Add(new MasterEvent.AgentAdded(agent));
            return state.With(agent);
        });
        return found;
    }

    /// <summary>Deactivates or activates every framework of this name; the streams tell it as an update.</summary>
    /// <returns>How many there are.</returns>
    public int SetActive(string frameworkName, bool active)
    {
        var count = 0;
        cluster.Change((state, events) =>
        {
            foreach (var framework in state.Frameworks.Values.Where(f => f.Name == frameworkName))
            {
                var changed = framework with { Active = active };
                events.Add(new MasterEvent.FrameworkUpdated(changed));
                state = state.With(changed);
                count++;
            }

            return state;
        });
        return count;
    }

    /// <summary>The master starts again with empty hands; <see cref="EndRecovery"/> gives it back what it forgot.</summary>
    public void BeginRecovery() => cluster.Change((state, _) => state with { Recovering = true });

    /// <summary>Frameworks' tasks and agents come back, told by the streams as new.</summary>
    public void EndRecovery() => cluster.Change((state, events) =>
    {
        if (!state.Recovering)
        {
            return state;
        }

        foreach (var task in state.Frameworks.Values.SelectMany(f => f.Tasks.Values))
        {
            events.Add(new MasterEvent.TaskAdded(task));
        }

        foreach (var agent in state.Agents.Values)
        {
            events.Add(new MasterEvent.AgentAdded(agent));
        }

        return state with { Recovering = false };
    });
}
