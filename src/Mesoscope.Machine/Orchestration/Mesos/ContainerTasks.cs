using Mesoscope.Clusters.Model;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>Finds the task that a container runs, among the names of a cluster.</summary>
public static class ContainerTasks
{
    /// <summary>
    /// The task: by the id of the container, which the task's statuses tell (native, nested, or in the name of a Docker container), else by
    /// the task id that the container or its processes name. Null when no task is known to run in it.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="containerId">Id of the container.</param>
    /// <param name="containerName">Its name; empty when not known.</param>
    /// <param name="taskId">Task id that it names itself; empty when it names none.</param>
    public static ClusterTask? Find(ClusterNames names, ReadOnlySpan<byte> containerId, ReadOnlySpan<byte> containerName, ReadOnlySpan<byte> taskId)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.FindTaskByContainer(containerId) ?? DockerNames.FindTask(names, containerName) ?? names.FindTask(taskId);
    }
}
