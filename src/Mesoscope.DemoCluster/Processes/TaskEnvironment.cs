using System.Globalization;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>The environment that a task's processes get from Mesos and its framework. Names and values: seen on Mesos 1.12-dev.</summary>
static class TaskEnvironment
{
    const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Marathon leaves out what is longer.</summary>
    const int MaxTextLength = 512;

    public static Dictionary<string, string> Of(ClusterTask task, MesosAgent? agent)
    {
        var sandbox = Sandbox.PathOf(Sandbox.WorkFolder, task);
        var values = new Dictionary<string, string>
        {
            ["PATH"] = SearchPath,
            ["MESOS_SANDBOX"] = sandbox,
            ["MESOS_ALLOCATION_ROLE"] = task.Role,
        };
        if (task.Container.Parent is not null)
        {
            // Containers of a pod are told next to nothing.
            values["MESOS_CONTAINER_IP"] = "127.0.0.1";
            return values;
        }

        values["MESOS_DIRECTORY"] = sandbox;
        values["PWD"] = sandbox;
        values["MESOS_EXECUTOR_ID"] = task.AgentExecutorId;
        values["MESOS_FRAMEWORK_ID"] = task.FrameworkId;
        values["MESOS_SLAVE_ID"] = task.AgentId;
        values["MESOS_SLAVE_PID"] = agent?.ProcessName ?? "";
        values["MESOS_AGENT_ENDPOINT"] = $"127.0.0.1:{agent?.Port}";
        values["MESOS_CHECKPOINT"] = "1";
        values["MESOS_HTTP_COMMAND_EXECUTOR"] = "0";
        values["MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD"] = "5secs";
        values["LIBPROCESS_IP"] = "127.0.0.1";
        values["LIBPROCESS_PORT"] = "0";
        AddMarathon(values, task, agent);
        return values;
    }

    /// <summary>What is given to a Docker container: nothing of the agent, but the container's name.</summary>
    public static Dictionary<string, string> OfDocker(ClusterTask task, MesosAgent? agent)
    {
        var values = new Dictionary<string, string>
        {
            ["MESOS_CONTAINER_NAME"] = "mesos-" + task.Container.Value,
            ["MESOS_SANDBOX"] = "/mnt/mesos/sandbox",
            ["MESOS_ALLOCATION_ROLE"] = task.Role,
        };
        AddMarathon(values, task, agent);
        return values;
    }

    // Mesos itself sets no task id; Marathon does.
    static void AddMarathon(Dictionary<string, string> values, ClusterTask task, MesosAgent? agent)
    {
        if (task.RunSpecId is not { } app)
        {
            return;
        }

        values["MESOS_TASK_ID"] = task.Id;
        values["HOST"] = agent?.Hostname ?? "";
        values["MARATHON_APP_ID"] = app;
        values["MARATHON_APP_VERSION"] = task.Version ?? "";
        values["MARATHON_APP_RESOURCE_CPUS"] = JsonText.Fraction(task.Resources.Cpus);
        values["MARATHON_APP_RESOURCE_MEM"] = JsonText.Fraction(task.Resources.MemoryMebibytes);
        if (task.Image is not null)
        {
            values["MARATHON_APP_DOCKER_IMAGE"] = task.Image;
        }

        var labels = task.Labels.Where(l => l.Key.Length <= MaxTextLength && l.Value is { Length: <= MaxTextLength }).ToList();
        values["MARATHON_APP_LABELS"] = string.Join(' ', labels.Select(l => NameOf(l.Key)));
        foreach (var label in labels)
        {
            values.TryAdd("MARATHON_APP_LABEL_" + NameOf(label.Key), label.Value!);
        }

        for (var i = 0; i < task.Ports.Length; i++)
        {
            values[string.Create(CultureInfo.InvariantCulture, $"PORT{i}")] = task.Ports[i].ToString(CultureInfo.InvariantCulture);
        }
    }

    static string NameOf(string label) => string.Concat(label.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
