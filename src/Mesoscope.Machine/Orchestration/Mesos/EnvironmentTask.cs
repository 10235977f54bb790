using Mesoscope.Clusters.Model;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Containers.Recognition;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>A task as its own environment describes it, for captures and machines without any word of a cluster.</summary>
static class EnvironmentTask
{
    /// <summary>What a thread of the container works for.</summary>
    public static TaskMatch Match(ThreadState thread, ContainerInfo container, MachineState machine, long version)
    {
        var environment = ProcessEnvironment.Of(thread, machine);
        if (ProcessEnvironment.Find(environment, "MESOS_TASK_ID"u8).IsEmpty && container.Environment.Count > 0)
        {
            environment = [.. container.Environment.SelectMany(static variable => variable.Append((byte)0))];
        }

        var told = TaskEnvironment.Read(environment);
        return new TaskMatch
        {
            ContainerId = thread.ContainerId,
            Version = version,
            App = told.App,
            Task = new ClusterTask
            {
                Id = container.MesosTaskId,
                Name = told.NameOf(container.MesosTaskId),
                AgentId = told.AgentId,
                ExecutorId = told.ExecutorId,
                State = TaskState.Running,
                ContainerId = container.Type == ContainerType.Mesos ? container.Id : [],
                Image = told.Image,
            },
            Framework = told.FrameworkId.Length == 0 ? null : new ClusterFramework { Id = told.FrameworkId, Name = told.FrameworkId, IsActive = true },
        };
    }
}
