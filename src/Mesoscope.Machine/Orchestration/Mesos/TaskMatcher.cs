using Mesoscope.Clusters.Model;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// Finds the Mesos task that a thread works for, in this order: by the id of its container, which the task's statuses tell (native,
/// nested, or in the name of a Docker container); by the task id in the container's record or its processes' environment; by what the
/// process itself tells (<see cref="ProcessTask"/>), which is all there is without a container. Without any word of a cluster it goes by
/// the environment alone.
/// </summary>
public sealed class TaskMatcher
{
    readonly MachineState _machine;

    internal TaskMatcher(MachineState machine) => _machine = machine;

    /// <summary>What the thread works for. Found once and kept with the thread until something changes, so asking again is cheap.</summary>
    public TaskMatch Find(ThreadState thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var version = ((long)_machine.Containers.Version << 32) | (uint)_machine.Mesos.Version;
        return thread.TaskMatch is { } match && match.Version == version && ReferenceEquals(match.ContainerId, thread.ContainerId)
            ? match
            : thread.TaskMatch = Match(thread, version);
    }

    /// <summary>The task that a container runs, as far as its own record tells; null when no task is known to.</summary>
    public ClusterTask? FindTask(ContainerInfo container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return ContainerTasks.Find(_machine.Mesos.Names, container.Id, container.Name, container.MesosTaskId);
    }

    TaskMatch Match(ThreadState thread, long version)
    {
        var container = thread.ContainerId.Length > 0 ? _machine.Containers.Find(thread.ContainerId) : null;
        if (!_machine.Mesos.IsKnown)
        {
            return container is { MesosTaskId.Length: > 0 } ? EnvironmentTask.Match(thread, container, _machine, version) : Nothing(thread, version);
        }

        var names = _machine.Mesos.Names;
        var task = names.Tasks.Count == 0 ? null : (container is null ? null : FindTask(container)) ?? ProcessTask.Find(names, thread, _machine);
        return task is null
            ? new TaskMatch { ContainerId = thread.ContainerId, Version = version, UnnamedContainer = FindUnnamed(thread, container) }
            : new TaskMatch
            {
                ContainerId = thread.ContainerId,
                Version = version,
                Task = task,
                Framework = names.FindFramework(task.FrameworkId),
                Agent = names.FindAgent(task.AgentId),
                App = names.FindApp(task),
                Pod = names.FindPod(task),
            };
    }

    byte[]? FindUnnamed(ThreadState thread, ContainerInfo? container)
    {
        if (ProcessTask.IsOfMesos(thread))
        {
            return null;
        }

        return container is null ? _machine.Containers.FindMesosContainer(thread)
            : container.Type == ContainerType.Mesos || DockerNames.IsOfMesos(container.Name) ? container.Id
            : null;
    }

    static TaskMatch Nothing(ThreadState thread, long version) => new() { ContainerId = thread.ContainerId, Version = version };
}
