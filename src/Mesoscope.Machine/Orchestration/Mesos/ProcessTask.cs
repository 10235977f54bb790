using Mesoscope.Clusters.Model;
using Mesoscope.Machine.Containers.Recognition;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// Finds the task of a process by what the process and its ancestors tell: the task id in the environment, the name of its Docker
/// container, the sandbox that the environment names or that is the working directory, the executor. The posix launcher makes no control
/// groups, masters before 1.2 tell no containers, and most frameworks put no task id into the environment: each then is what is left.
/// </summary>
static class ProcessTask
{
    /// <summary>The task; null when neither the process nor an ancestor below Mesos' own processes tells of one that is known.</summary>
    public static ClusterTask? Find(ClusterNames names, ThreadState thread, MachineState machine)
    {
        var ancestors = new AncestorWalk(machine, thread);
        for (var current = thread; !IsOfMesos(current); current = ancestors.Current)
        {
            if (FindOne(names, current, machine) is { } task)
            {
                return task;
            }

            if (!ancestors.MoveNext())
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Whether the thread is one of Mesos' own: agents and executors prepare containers and belong to no task.</summary>
    public static bool IsOfMesos(ThreadState thread) => thread.Comm.AsSpan().StartsWith("mesos-"u8);

    static ClusterTask? FindOne(ClusterNames names, ThreadState thread, MachineState machine)
    {
        var environment = ProcessEnvironment.Of(thread, machine);
        foreach (var name in TaskEnvironment.TaskIdVariables)
        {
            if (names.FindTask(ProcessEnvironment.Find(environment, name)) is { } task)
            {
                return task;
            }
        }

        if (DockerNames.FindTask(names, ProcessEnvironment.Find(environment, "MESOS_CONTAINER_NAME"u8)) is { } inDocker)
        {
            return inDocker;
        }

        foreach (var id in Sandbox.ContainerIds(thread, machine))
        {
            if (names.FindTaskByContainer(id) is { } task)
            {
                return task;
            }
        }

        return names.FindTaskOfExecutor(
            ProcessEnvironment.Find(environment, "MESOS_FRAMEWORK_ID"u8),
            ProcessEnvironment.Find(environment, "MESOS_SLAVE_ID"u8),
            ProcessEnvironment.Find(environment, "MESOS_EXECUTOR_ID"u8));
    }
}
