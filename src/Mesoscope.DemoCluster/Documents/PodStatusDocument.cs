using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A pod's definition and its status with instances. Shape: Marathon 1.4 and later.</summary>
static class PodStatusDocument
{
    public static void Write(Utf8JsonWriter json, Pod pod, IReadOnlyCollection<ClusterTask> tasks, Func<string, string> hostOf)
    {
        var isStable = tasks.Count == pod.Instances * pod.Containers.Length && tasks.All(t => t.State == TaskState.Running);
        json.WriteStartObject();
        json.WriteString("id", pod.Id);
        json.WritePropertyName("spec");
        WriteSpec(json, pod);
        json.WriteString("status", isStable ? "STABLE" : "DEGRADED");
        json.WriteString("statusSince", pod.Version);
        json.WriteStartArray("instances");
        foreach (var instance in tasks.GroupBy(t => t.InstanceId))
        {
            WriteInstance(json, instance.Key ?? "", [.. instance], hostOf);
        }

        json.WriteEndArray();
        json.WriteEmptyArray("terminationHistory");
        json.WriteString("lastUpdated", pod.Version);
        json.WriteString("lastChanged", pod.Version);
        json.WriteEndObject();
    }

    public static void WriteSpec(Utf8JsonWriter json, Pod pod)
    {
        json.WriteStartObject();
        json.WriteString("id", pod.Id);
        json.WriteLabelObject("labels", pod.Labels);
        json.WriteString("version", pod.Version);
        json.WriteStartArray("containers");
        foreach (var container in pod.Containers)
        {
            json.WriteStartObject();
            json.WriteString("name", container.Name);
            json.WriteStartObject("exec");
            json.WriteStartObject("command");
            json.WriteString("shell", container.Command);
            json.WriteEndObject();
            json.WriteEndObject();
            WritePodResources(json, container.Resources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("networks");
        json.WriteStartObject();
        json.WriteString("mode", "host");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("scaling");
        json.WriteString("kind", "fixed");
        json.WriteNumber("instances", pod.Instances);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WritePodResources(Utf8JsonWriter json, Resources resources)
    {
        json.WriteStartObject("resources");
        json.WriteNumber("cpus", resources.Cpus);
        json.WriteNumber("mem", resources.MemoryMebibytes);
        json.WriteNumber("disk", resources.DiskMebibytes);
        json.WriteNumber("gpus", 0);
        json.WriteEndObject();
    }

    static void WriteInstance(Utf8JsonWriter json, string id, ClusterTask[] tasks, Func<string, string> hostOf)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("status", tasks.All(t => t.State == TaskState.Running) ? "STABLE" : "DEGRADED");
        json.WriteString("statusSince", Since(tasks[0]));
        json.WriteString("agentId", tasks[0].AgentId);
        json.WriteString("agentHostname", hostOf(tasks[0].AgentId));
        WritePodResources(json, tasks.Aggregate(default(Resources), (sum, t) => sum + t.Resources));
        json.WriteStartArray("containers");
        foreach (var task in tasks)
        {
            json.WriteStartObject();
            json.WriteString("name", task.Name);
            json.WriteString("status", task.State);
            json.WriteString("statusSince", Since(task));

            // Marathon's containerId is the Mesos task's id, not that of the Mesos container.
            json.WriteString("containerId", task.Id);
            json.WriteEmptyArray("endpoints");
            WritePodResources(json, task.Resources);
            json.WriteString("lastUpdated", Since(task));
            json.WriteString("lastChanged", Since(task));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("lastUpdated", Since(tasks[0]));
        json.WriteString("lastChanged", Since(tasks[0]));
        json.WriteEndObject();
    }

    static string Since(ClusterTask task) => task.Statuses.IsEmpty ? task.Version ?? "" : MarathonTime.Text(task.Statuses[^1].Timestamp);
}
