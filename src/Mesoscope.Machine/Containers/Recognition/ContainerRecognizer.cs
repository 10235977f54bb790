using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Asks the engines, one after the other, whether a thread runs in one of their containers.</summary>
sealed class ContainerRecognizer
{
    /// <summary>Processes of a container whose environment is searched for a Mesos task; the first ones tell if any does.</summary>
    const int MaxSearches = 16;

    readonly ContainerTable _containers;
    readonly CgroupCache _cgroups = new();

    /// <summary>A recognizer that adds what it finds to a table.</summary>
    public ContainerRecognizer(ContainerTable containers) => _containers = containers;

    /// <summary>The id of the thread's container; empty for a thread of the host.</summary>
    public byte[] Recognize(ThreadState thread, MachineState machine)
    {
        byte[] id = [];
        foreach (var match in _cgroups.Match(thread.Cgroups))
        {
            if (Accept(match, thread, machine, ref id))
            {
                return id;
            }
        }

        return RktPods.Recognize(thread, machine) ?? id;
    }

    /// <summary>The id of the container of Mesos that a thread's control groups lead into; null for none.</summary>
    public byte[]? FindMesosContainer(ThreadState thread)
    {
        foreach (var match in _cgroups.Match(thread.Cgroups))
        {
            if (match.Type == ContainerType.Mesos)
            {
                return match.Id;
            }
        }

        return null;
    }

    /// <summary>Whether the engine is sure; the id stands even when it is not and a later engine has nothing to say.</summary>
    bool Accept(CgroupMatch match, ThreadState thread, MachineState machine, ref byte[] id)
    {
        switch (match.Type)
        {
            case ContainerType.Podman:
            case ContainerType.Docker:
                id = match.Id;
                _containers.Sight(match.Type, match.Id, thread);
                return AcceptDocker(match, thread, machine);
            case ContainerType.Cri:
                // Which of the runtimes it is, only a container event can tell.
                id = match.Id;
                _containers.Sight(match.Type, match.Id, thread);
                return false;
            case ContainerType.Mesos:
                return AcceptMesos(match, thread, machine, ref id);
            default:
                id = match.Id;
                AddOnce(match, []);
                return true;
        }
    }

    bool AcceptDocker(CgroupMatch match, ThreadState thread, MachineState machine)
    {
        var container = _containers.Find(match.Id);
        if (container is null)
        {
            container = new ContainerInfo { Id = match.Id, Type = match.Type };
            _containers.Add(container);
        }

        if (container.MesosTaskId.Length == 0 && container.TaskSearches < MaxSearches)
        {
            container.TaskSearches++;
            _containers.SetTask(container, MesosTaskIds.FromContainerProcess(thread, machine));
        }

        return container.IsSuccessful;
    }

    /// <summary>Without a task id it is the executor, which belongs to the host.</summary>
    bool AcceptMesos(CgroupMatch match, ThreadState thread, MachineState machine, ref byte[] id)
    {
        var task = MesosTaskIds.FromProcess(thread, machine);
        if (task.Length == 0)
        {
            // Most frameworks put no task id into the environment, but the cluster knows whose container it is.
            task = machine.Mesos.Names.FindTaskByContainer(match.Id)?.Id ?? [];
        }

        if (task.Length == 0)
        {
            return false;
        }

        id = match.Id;
        AddOnce(match, task);
        return true;
    }

    void AddOnce(CgroupMatch match, byte[] task)
    {
        if (!_containers.WasSeen(match.Id, match.Type))
        {
            _containers.Add(new ContainerInfo { Id = match.Id, Type = match.Type, Name = match.Id, MesosTaskId = task });
        }
    }
}
