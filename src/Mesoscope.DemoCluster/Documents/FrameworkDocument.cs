using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A framework with its tasks as <c>/state</c> of the master shows it.</summary>
static class FrameworkDocument
{
    static readonly string[] s_capabilities = ["TASK_KILLING_STATE", "PARTITION_AWARE"];

    public static async Task WriteAsync(JsonBody body, Framework framework, EmulatedMesos mesos, CancellationToken cancel)
    {
        var json = body.Writer;
        var used = framework.Tasks.Values.Aggregate(default(Resources), (sum, t) => sum + t.Resources);
        json.WriteStartObject();
        json.WriteString("id", framework.Id);
        json.WriteString("name", framework.Name);
        json.WriteResources("used_resources", used);
        json.WriteResources("offered_resources", default);
        json.WriteStrings("capabilities", s_capabilities);
        json.WriteString("hostname", framework.Hostname);
        json.WriteString("webui_url", framework.WebUiUrl);
        json.WriteBoolean("active", framework.Active);
        json.WriteBoolean("connected", framework.Active);
        json.WriteBoolean("recovered", false);
        json.WriteString("user", framework.User);
        if (framework.Principal.Length > 0)
        {
            json.WriteString("principal", framework.Principal);
        }

        json.WriteFraction("failover_timeout", framework.FailoverTimeout);
        json.WriteBoolean("checkpoint", framework.FailoverTimeout > 0);
        json.WriteFraction("registered_time", framework.RegisteredTime);
        json.WriteFraction("unregistered_time", framework.UnregisteredTime);
        json.WriteResources("resources", used);
        json.WriteString("role", framework.Role);
        await WriteTasksAsync(body, "tasks", framework.Tasks.Values, mesos, cancel);
        await WriteTasksAsync(body, "unreachable_tasks", framework.UnreachableTasks.Values, mesos, cancel);
        await WriteTasksAsync(body, "completed_tasks", framework.CompletedTasks, mesos, cancel);
        json.WriteEmptyArray("offers");
        WriteExecutors(json, framework);
        json.WriteEndObject();
    }

    static async Task WriteTasksAsync(JsonBody body, string name, IEnumerable<ClusterTask> tasks, EmulatedMesos mesos, CancellationToken cancel)
    {
        body.Writer.WriteStartArray(name);
        foreach (var task in tasks)
        {
            TaskDocument.Write(body.Writer, task, mesos);
            await body.BreatheAsync(cancel);
        }

        body.Writer.WriteEndArray();
    }

    // The master lists executors of pods and custom executors only; a command task's executor is the agent's own business.
    static void WriteExecutors(Utf8JsonWriter json, Framework framework)
    {
        json.WriteStartArray("executors");
        foreach (var task in framework.Tasks.Values.Where(t => t.ExecutorId.Length > 0).DistinctBy(t => t.ExecutorId))
        {
            json.WriteStartObject();
            json.WriteString("executor_id", task.ExecutorId);
            json.WriteString("name", "");
            json.WriteString("framework_id", framework.Id);
            json.WriteResources("resources", new Resources(0.1, 32));
            json.WriteString("role", framework.Role);
            json.WriteString("type", "DEFAULT");
            json.WriteString("slave_id", task.AgentId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
