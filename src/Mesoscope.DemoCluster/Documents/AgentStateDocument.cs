using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What a Mesos agent answers on <c>/state</c>. Shape: recorded from Mesos 1.12-dev.</summary>
static class AgentStateDocument
{
    public static void Write(Utf8JsonWriter json, ClusterState state, MesosAgent agent, EmulatedMesos mesos, double startTime)
    {
        json.WriteStartObject();
        json.WriteString("version", mesos.Version.ToString());
        json.WriteFraction("start_time", startTime);
        json.WriteString("id", agent.Id);
        json.WriteString("pid", agent.ProcessName);
        json.WriteString("hostname", agent.Hostname);
        json.WriteResources("resources", agent.Resources);
        json.WriteLabelObject("attributes", agent.Attributes);
        json.WriteString("master_hostname", "localhost");
        json.WriteStartObject("flags");
        json.WriteString("cgroups_root", "mesos");
        json.WriteString("work_dir", Sandbox.WorkFolder);
        json.WriteEndObject();
        json.WriteStartArray("frameworks");
        foreach (var group in AgentTasks.Of(state, agent.Id).GroupBy(t => t.FrameworkId))
        {
            WriteFramework(json, state.Frameworks[group.Key], group, mesos);
        }

        json.WriteEndArray();
        json.WriteEmptyArray("completed_frameworks");
        json.WriteEndObject();
    }

    static void WriteFramework(Utf8JsonWriter json, Framework framework, IEnumerable<ClusterTask> tasks, EmulatedMesos mesos)
    {
        json.WriteStartObject();
        json.WriteString("id", framework.Id);
        json.WriteString("name", framework.Name);
        json.WriteString("user", framework.User);
        json.WriteFraction("failover_timeout", framework.FailoverTimeout);
        json.WriteBoolean("checkpoint", framework.FailoverTimeout > 0);
        json.WriteString("hostname", framework.Hostname);
        json.WriteString("role", framework.Role);
        json.WriteStartArray("executors");
        foreach (var executor in tasks.GroupBy(t => t.AgentExecutorId))
        {
            WriteExecutor(json, executor.Key, [.. executor], mesos);
        }

        json.WriteEndArray();
        json.WriteEmptyArray("completed_executors");
        json.WriteEndObject();
    }

    static void WriteExecutor(Utf8JsonWriter json, string id, ClusterTask[] tasks, EmulatedMesos mesos)
    {
        var first = tasks[0];
        var isCommand = first.ExecutorId.Length == 0;
        var outer = first.Container.Parent ?? first.Container;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", isCommand ? CommandExecutorName(first) : "");
        json.WriteString("source", isCommand ? first.Id : "");
        json.WriteString("container", outer.Value);
        json.WriteString("directory", Sandbox.PathOf(Sandbox.WorkFolder, first with { Container = outer }));
        json.WriteResources("resources", tasks.Aggregate(new Resources(0.1, 32), (sum, t) => sum + t.Resources));
        json.WriteString("role", first.Role);
        if (isCommand && !first.Labels.IsEmpty)
        {
            json.WriteLabelPairs("labels", first.Labels);
        }

        if (!isCommand)
        {
            json.WriteString("type", "DEFAULT");
        }

        json.WriteStartArray("tasks");
        foreach (var task in tasks)
        {
            TaskDocument.Write(json, task, mesos);
        }

        json.WriteEndArray();
        json.WriteEmptyArray("queued_tasks");
        json.WriteEmptyArray("completed_tasks");
        json.WriteEndObject();
    }

    /// <summary>How Mesos names the executor that it makes for a task without one; it shows the first 15 characters of the command.</summary>
    public static string CommandExecutorName(ClusterTask task)
    {
        const int Shown = 15;
        var command = $"sh -c '{task.Command}'";
        return $"Command Executor (Task: {task.Id}) (Command: {(command.Length <= Shown ? command : command[..Shown] + "...")})";
    }
}
