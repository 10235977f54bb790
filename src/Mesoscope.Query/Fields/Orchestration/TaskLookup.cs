using Mesoscope.Machine;
using Mesoscope.Machine.Orchestration.Marathon;
using Mesoscope.Machine.Orchestration.Mesos;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>A field's way to the Mesos task of the event: remembered until another container or another state of the cluster comes.</summary>
sealed class TaskLookup
{
    byte[]? _containerId;
    int _containers;
    byte[]? _taskId;
    int _cluster;
    MesosTask? _task;
    MarathonApp? _app;

    /// <summary>The task that the event's thread works for, or null.</summary>
    public static MesosTask? FindTask(EventContext context, FieldScratch scratch) => Update(context, scratch)?._task;

    /// <summary>The app that the task belongs to, or null; never without a task.</summary>
    public static MarathonApp? FindApp(EventContext context, FieldScratch scratch) => Update(context, scratch)?._app;

    static TaskLookup? Update(EventContext context, FieldScratch scratch)
    {
        var mesos = context.Machine.Mesos;
        if (mesos.TaskCount == 0 || context.Thread is not { ContainerId.Length: > 0 } thread)
        {
            return null;
        }

        var lookup = scratch.Memory as TaskLookup;
        if (lookup is null)
        {
            scratch.Memory = lookup = new TaskLookup();
        }

        lookup.Update(thread.ContainerId, context.Machine);
        return lookup;
    }

    void Update(byte[] containerId, MachineState machine)
    {
        if (!ReferenceEquals(containerId, _containerId) || machine.Containers.Version != _containers)
        {
            _containerId = containerId;
            _containers = machine.Containers.Version;
            _taskId = machine.Containers.Find(containerId)?.MesosTaskId ?? [];
        }
        else if (machine.Mesos.Version == _cluster)
        {
            return;
        }

        _cluster = machine.Mesos.Version;
        _task = machine.Mesos.FindTask(_taskId!);
        _app = _task is null ? null : machine.Mesos.FindApp(_task);
    }
}
