using Mesoscope.Samples.Labels;

namespace Mesoscope.Server.Catalog;

// Containers by what a task may know them by. Guarded by the catalog's lock.
sealed class ContainerIndex
{
    readonly Dictionary<string, List<TrackedEntity>> _byContainer = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<TrackedEntity>> _byTask = new(StringComparer.Ordinal);

    public void Add(TrackedEntity container)
    {
        if (container.Own.TryGet(LabelNames.ContainerId, out var id))
        {
            Put(_byContainer, ClusterTasks.Key(id), container);
        }

        if (container.Own.TryGet(LabelNames.TaskId, out var task))
        {
            Put(_byTask, task, container);
        }
    }

    public void Remove(TrackedEntity container)
    {
        if (container.Own.TryGet(LabelNames.ContainerId, out var id))
        {
            Take(_byContainer, ClusterTasks.Key(id), container);
        }

        if (container.Own.TryGet(LabelNames.TaskId, out var task))
        {
            Take(_byTask, task, container);
        }
    }

    public List<TrackedEntity> Of(TaskEntry task)
    {
        var found = new HashSet<TrackedEntity>(_byTask.GetValueOrDefault(task.TaskId, []));
        foreach (var id in task.ContainerIds)
        {
            found.UnionWith(_byContainer.GetValueOrDefault(ClusterTasks.Key(id), []));
        }

        return [.. found];
    }

    static void Put(Dictionary<string, List<TrackedEntity>> index, string key, TrackedEntity container)
    {
        if (!index.TryGetValue(key, out var containers))
        {
            index.Add(key, containers = []);
        }

        containers.Add(container);
    }

    static void Take(Dictionary<string, List<TrackedEntity>> index, string key, TrackedEntity container)
    {
        if (index.TryGetValue(key, out var containers) && containers.Remove(container) && containers.Count == 0)
        {
            index.Remove(key);
        }
    }
}
