using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>An app as Marathon shows it in groups and lists. Shape: Marathon 1.5 and later.</summary>
static class AppDocument
{
    /// <summary>Counts and, when asked for, tasks come from <paramref name="tasks"/>, the app's live tasks.</summary>
    public static void Write(Utf8JsonWriter json, App app, MarathonService marathon, IReadOnlyCollection<ClusterTask> tasks, Func<string, string> hostOf, bool embedTasks)
    {
        json.WriteStartObject();
        json.WriteString("id", app.Id);
        json.WriteString("cmd", app.Command);
        json.WriteNull("args");
        json.WriteNull("user");
        json.WriteStartObject("env");
        json.WriteEndObject();
        json.WriteNumber("instances", app.Instances);
        json.WriteNumber("cpus", app.Resources.Cpus);
        json.WriteNumber("mem", app.Resources.MemoryMebibytes);
        json.WriteNumber("disk", app.Resources.DiskMebibytes);
        json.WriteNumber("gpus", 0);
        json.WriteString("executor", "");
        json.WriteEmptyArray("constraints");
        json.WriteEmptyArray("fetch");
        json.WriteNumber("backoffSeconds", 1);
        json.WriteNumber("backoffFactor", 1.15);
        json.WriteNumber("maxLaunchDelaySeconds", 3600);
        WriteContainer(json, app);
        json.WriteEmptyArray("healthChecks");
        json.WriteEmptyArray("readinessChecks");
        json.WriteEmptyArray("dependencies");
        json.WriteLabelObject("labels", app.Labels);
        json.WriteString("version", app.Version);
        WritePorts(json, app);
        json.WriteStartObject("versionInfo");
        json.WriteString("lastScalingAt", app.Version);
        json.WriteString("lastConfigChangeAt", app.Version);
        json.WriteEndObject();
        var running = tasks.Count(t => t.State == TaskState.Running);
        json.WriteNumber("tasksStaged", tasks.Count - running);
        json.WriteNumber("tasksRunning", running);
        json.WriteNumber("tasksHealthy", tasks.Count(static t => t.IsHealthy == true));
        json.WriteNumber("tasksUnhealthy", tasks.Count(static t => t.IsHealthy == false));
        WriteDeployments(json, app, marathon);
        if (embedTasks)
        {
            WriteTasks(json, tasks, hostOf);
        }

        json.WriteEndObject();
    }

    static void WriteContainer(Utf8JsonWriter json, App app)
    {
        if (app.Image is null)
        {
            json.WriteNull("container");
            return;
        }

        json.WriteStartObject("container");
        json.WriteString("type", app.Kind == ContainerKind.Docker ? "DOCKER" : "MESOS");
        json.WriteStartObject("docker");
        json.WriteString("image", app.Image);
        json.WriteBoolean("forcePullImage", false);
        json.WriteBoolean("privileged", false);
        json.WriteEmptyArray("parameters");
        json.WriteEndObject();
        json.WriteEmptyArray("volumes");
        json.WriteEmptyArray("portMappings");
        json.WriteEndObject();
    }

    static void WritePorts(Utf8JsonWriter json, App app)
    {
        json.WriteStartArray("portDefinitions");
        foreach (var port in app.Ports)
        {
            json.WriteStartObject();
            json.WriteNumber("port", port);
            json.WriteString("protocol", "tcp");
            json.WriteStartObject("labels");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteDeployments(Utf8JsonWriter json, App app, MarathonService marathon)
    {
        json.WriteStartArray("deployments");
        foreach (var deployment in marathon.Deployments.Where(d => d.RunSpecId == app.Id))
        {
            json.WriteStartObject();
            json.WriteString("id", deployment.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteTasks(Utf8JsonWriter json, IReadOnlyCollection<ClusterTask> tasks, Func<string, string> hostOf)
    {
        json.WriteStartArray("tasks");
        foreach (var task in tasks)
        {
            WriteTask(json, task, hostOf);
        }

        json.WriteEndArray();
    }

    static void WriteTask(Utf8JsonWriter json, ClusterTask task, Func<string, string> hostOf)
    {
        json.WriteStartObject();
        json.WriteStartArray("ipAddresses");
        json.WriteStartObject();
        json.WriteString("ipAddress", "127.0.0.1");
        json.WriteString("protocol", "IPv4");
        json.WriteEndObject();
        json.WriteEndArray();
        if (!task.Statuses.IsEmpty)
        {
            json.WriteString("stagedAt", MarathonTime.Text(task.Statuses[0].Timestamp));
        }

        json.WriteString("state", task.State);
        json.WriteStartArray("ports");
        foreach (var port in task.Ports)
        {
            json.WriteNumberValue(port);
        }

        json.WriteEndArray();
        if (task.State == TaskState.Running)
        {
            json.WriteString("startedAt", MarathonTime.Text(task.Statuses.First(static s => s.State == TaskState.Running).Timestamp));
        }

        json.WriteString("version", task.Version);
        json.WriteString("id", task.Id);
        json.WriteString("appId", task.RunSpecId);
        json.WriteString("slaveId", task.AgentId);
        json.WriteString("host", hostOf(task.AgentId));
        WriteHealth(json, task);
        json.WriteEndObject();
    }

    static void WriteHealth(Utf8JsonWriter json, ClusterTask task)
    {
        json.WriteStartArray("healthCheckResults");
        if (task.IsHealthy is { } isHealthy)
        {
            var at = MarathonTime.Text(task.Statuses[^1].Timestamp);
            json.WriteStartObject();
            json.WriteBoolean("alive", isHealthy);
            json.WriteNumber("consecutiveFailures", isHealthy ? 0 : 1);
            json.WriteString("firstSuccess", MarathonTime.Text(task.Statuses[0].Timestamp));
            if (isHealthy)
            {
                json.WriteNull("lastFailure");
                json.WriteString("lastSuccess", at);
            }
            else
            {
                json.WriteString("lastFailure", at);
                json.WriteNull("lastSuccess");
            }

            json.WriteString("taskId", task.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
