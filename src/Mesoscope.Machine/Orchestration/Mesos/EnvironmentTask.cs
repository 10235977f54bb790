using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Containers.Recognition;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// A task as its own environment describes it, for captures and machines without any word of a cluster. Mesos sets the ids, Marathon
/// (0.8 and later) the app, its version and its labels.
/// </summary>
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

        var app = FindApp(environment);
        var framework = Find(environment, "MESOS_FRAMEWORK_ID"u8);
        return new TaskMatch
        {
            ContainerId = thread.ContainerId,
            Version = version,
            App = app,
            Task = new ClusterTask
            {
                Id = container.MesosTaskId,
                Name = app is null ? NameOf(container.MesosTaskId) : NameOf(app),
                AgentId = Find(environment, "MESOS_SLAVE_ID"u8),
                ExecutorId = Find(environment, "MESOS_EXECUTOR_ID"u8),
                State = TaskState.Running,
                ContainerId = container.Type == ContainerType.Mesos ? container.Id : [],
                Image = Find(environment, "MARATHON_APP_DOCKER_IMAGE"u8),
            },
            Framework = framework.Length == 0 ? null : new ClusterFramework { Id = framework, Name = framework, IsActive = true },
        };
    }

    static MarathonApp? FindApp(byte[] environment)
    {
        var id = Find(environment, "MARATHON_APP_ID"u8);
        return MarathonApp.GroupOf(id) is not { } group
            ? null
            : new MarathonApp { Id = id, GroupId = group, Version = Find(environment, "MARATHON_APP_VERSION"u8), Labels = FindLabels(environment) };
    }

    // MARATHON_APP_LABELS has the names, separated by blanks; the value of each is in a variable of its own.
    static List<Label> FindLabels(byte[] environment)
    {
        List<Label> labels = [];
        ReadOnlySpan<byte> names = Find(environment, "MARATHON_APP_LABELS"u8);
        foreach (var range in names.Split((byte)' '))
        {
            var name = names[range];
            if (!name.IsEmpty)
            {
                labels.Add(new Label(name.ToArray(), Find(environment, [.. "MARATHON_APP_LABEL_"u8, .. name])));
            }
        }

        labels.Sort(static (x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));
        return labels;
    }

    // Marathon names the tasks of /shop/web so: web.shop.
    static byte[] NameOf(MarathonApp app) =>
        System.Text.Encoding.Latin1.GetBytes(string.Join('.', System.Text.Encoding.Latin1.GetString(app.Id).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse()));

    static byte[] NameOf(byte[] id)
    {
        var dot = Array.LastIndexOf(id, (byte)'.');
        return dot > 0 ? id[..dot] : id;
    }

    static byte[] Find(byte[] environment, ReadOnlySpan<byte> name) => ProcessEnvironment.Find(environment, name).ToArray();
}
