using Mesoscope.Clusters.Text;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Finds the Mesos task that a process belongs to in its environment, and in what is recorded of its container.</summary>
static class MesosTaskIds
{
    /// <summary>
    /// The task id of a thread from the environment of its process or of the nearest ancestor that names one; empty when none does or
    /// the id does not look like one.
    /// </summary>
    public static byte[] FromProcess(ThreadState thread, MachineState machine)
    {
        var id = TaskEnvironment.FindTaskId(ProcessEnvironment.Of(thread, machine));
        var ancestors = new AncestorWalk(machine, thread);
        while (id.IsEmpty && ancestors.MoveNext())
        {
            id = TaskEnvironment.FindTaskId(ProcessEnvironment.Of(ancestors.Current, machine));
        }

        return !id.IsEmpty && IsPlausible(id, machine) ? id.ToArray() : [];
    }

    /// <summary>The task id from the environment of a process that runs in a container of another engine; empty when it names none.</summary>
    public static byte[] FromContainerProcess(ThreadState thread, MachineState machine)
    {
        var id = TaskEnvironment.FindTaskId(ProcessEnvironment.Of(thread, machine));
        return !id.IsEmpty && IsPlausible(id, machine) ? id.ToArray() : [];
    }

    /// <summary>The task id that a container's record tells by its environment or its label; empty when there is none.</summary>
    public static byte[] FromRecord(ContainerInfo container)
    {
        byte[] environment = [.. container.Environment.SelectMany(static variable => variable.Append((byte)0))];
        return TaskEnvironment.FindTaskId(environment) is { IsEmpty: false } id ? id.ToArray() : Label.Find(container.Labels, "MESOS_TASK_ID"u8) ?? [];
    }

    /// <summary>Some images set <c>MESOS_TASK_ID=0</c>: short ids and those without any separator count only when the cluster knows them.</summary>
    static bool IsPlausible(ReadOnlySpan<byte> id, MachineState machine) =>
        TaskEnvironment.IsTaskId(id) || machine.Mesos.Names.FindTask(id) is not null;
}
