using System.Text;
using Mesoscope.Agent.Labels;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Clusters.Model;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Containers.Recognition;
using Mesoscope.Machine.Orchestration.Mesos;
using Mesoscope.Samples.Labels;
using Label = Mesoscope.Samples.Messages.Label;

namespace Mesoscope.Agent.Naming;

/// <summary>
/// Makes the labels of containers: what their runtime, the cluster's masters and their own environment tell, in this order. Those of the host
/// they have by being part of it.
/// </summary>
/// <param name="filter">Which labels of others travel.</param>
sealed class ContainerLabels(LabelFilter filter)
{
    /// <summary>The labels of a container.</summary>
    /// <param name="entry">The container.</param>
    /// <param name="names">What was found out about it.</param>
    /// <param name="cluster">The names of the cluster; empty when this agent asks no master.</param>
    public List<Label> Make(ContainerEntry entry, ContainerNames names, ClusterNames cluster)
    {
        var info = names.Info;
        var told = names.Environment;
        var taskId = info is { MesosTaskId.Length: > 0 } ? info.MesosTaskId : told is { LooksLikeTask: true } ? told.TaskId : [];
        var task = ContainerTasks.Find(cluster, Encoding.UTF8.GetBytes(entry.Id), info?.Name ?? [], taskId);
        var list = new LabelList(filter)
            .Add(LabelNames.ContainerId, entry.Id)
            .Add(LabelNames.ContainerType, ContainerTypes.ToText(info is { IsSuccessful: true } ? info.Type : entry.Type));
        if (task is not null)
        {
            AddTask(list, task, cluster);
        }

        if (told is not null && (task is not null || told.LooksLikeTask))
        {
            AddEnvironment(list, told);
        }

        var image = info is { Image.Length: > 0 } ? info.Image : task is { Image.Length: > 0 } ? task.Image : told?.Image ?? [];
        list.Add(LabelNames.ContainerName, NameOf(entry, info, task, told)).Add(LabelNames.ContainerImage, image);
        foreach (var label in info?.Labels ?? [])
        {
            list.AddForeign(LabelNames.ContainerLabelPrefix, Text(label.Key), Text(label.Value));
        }

        return list.ToList();
    }

    /// <summary>The labels that the containers of a task have by it, as the masters tell; what belongs to its host is not among them.</summary>
    public List<Label> OfTask(ClusterTask task, ClusterNames cluster)
    {
        var list = new LabelList(filter);
        AddTask(list, task, cluster);
        return list.ToList();
    }

    static void AddTask(LabelList list, ClusterTask task, ClusterNames cluster)
    {
        list.Add(LabelNames.TaskName, task.Name).Add(LabelNames.TaskId, task.Id).Add(LabelNames.TaskState, TaskStates.ToText(task.State));
        list.Add(LabelNames.TaskHealthy, cluster.FindHealth(task) switch { true => "true", false => "false", null => "" });
        list.Add(LabelNames.MesosAgentId, task.AgentId);
        list.Add(LabelNames.FrameworkId, task.FrameworkId);
        list.Add(LabelNames.FrameworkName, cluster.FindFramework(task.FrameworkId)?.Name);
        // The task's own: its app's may be newer.
        list.Add(LabelNames.AppVersion, cluster.FindTaskDetails(task)?.Version);
        if (cluster.FindApp(task) is { } app)
        {
            AddApp(list, app);
            list.Add(LabelNames.DeploymentId, app.DeploymentIds);
        }
        else if (cluster.FindPod(task) is { } pod)
        {
            list.Add(LabelNames.AppName, pod.Id).Add(LabelNames.GroupName, MarathonApp.GroupOf(pod.Id));
            AddForeign(list, LabelNames.AppLabelPrefix, pod.Labels);
        }

        AddForeign(list, LabelNames.TaskLabelPrefix, task.Labels);
    }

    static void AddEnvironment(LabelList list, TaskEnvironment told)
    {
        if (told.LooksLikeTask)
        {
            list.Add(LabelNames.TaskName, told.NameOf(told.TaskId)).Add(LabelNames.TaskId, told.TaskId);
        }

        list.Add(LabelNames.FrameworkId, told.FrameworkId).Add(LabelNames.MesosAgentId, told.AgentId).Add(LabelNames.TaskSandbox, told.Sandbox);
        if (told.App is { } app)
        {
            AddApp(list, app);
            list.Add(LabelNames.AppVersion, app.Version);
        }
    }

    static void AddApp(LabelList list, MarathonApp app)
    {
        list.Add(LabelNames.AppName, app.Id).Add(LabelNames.GroupName, app.GroupId);
        AddForeign(list, LabelNames.AppLabelPrefix, app.Labels);
    }

    static void AddForeign(LabelList list, string prefix, IReadOnlyList<Mesoscope.Clusters.Text.Label> labels)
    {
        foreach (var label in labels)
        {
            list.AddForeign(prefix, Text(label.Key), Text(label.Value));
        }
    }

    // A container of Mesos has no name of its own but that of its task.
    static byte[] NameOf(ContainerEntry entry, ContainerInfo? info, ClusterTask? task, TaskEnvironment? told)
    {
        if (entry.Type != ContainerType.Mesos)
        {
            return info is { Name.Length: > 0 } ? info.Name : Encoding.UTF8.GetBytes(entry.Id);
        }

        return task is not null ? task.Name : told is { LooksLikeTask: true } ? told.NameOf(told.TaskId) : Encoding.UTF8.GetBytes(entry.Id);
    }

    static string Text(byte[] text) => Encoding.UTF8.GetString(text);
}
