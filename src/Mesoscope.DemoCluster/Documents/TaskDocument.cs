using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A task as <c>/state</c> of masters and Mesos agents shows it. Shape: recorded from Mesos 1.12-dev.</summary>
static class TaskDocument
{
    public static void Write(Utf8JsonWriter json, ClusterTask task, EmulatedMesos mesos)
    {
        json.WriteStartObject();
        json.WriteString("id", task.Id);
        json.WriteString("name", task.Name);
        json.WriteString("framework_id", task.FrameworkId);
        json.WriteString("executor_id", task.ExecutorId);
        json.WriteString("slave_id", task.AgentId);
        json.WriteString("state", task.State);
        json.WriteResources("resources", task.Resources);
        json.WriteString("role", task.Role);
        json.WriteStartArray("statuses");
        foreach (var status in task.Statuses)
        {
            WriteStatus(json, status, mesos);
        }

        json.WriteEndArray();
        if (!task.Labels.IsEmpty)
        {
            json.WriteLabelPairs("labels", task.Labels);
        }

        if (task.RunSpecId is not null)
        {
            WriteDiscovery(json, task);
        }

        WriteContainer(json, task);
        json.WriteEndObject();
    }

    // Reason and message are known to the v1 API only.
    static void WriteStatus(Utf8JsonWriter json, StatusUpdate status, EmulatedMesos mesos)
    {
        json.WriteStartObject();
        json.WriteString("state", status.State);
        json.WriteFraction("timestamp", status.Timestamp);
        if (status.Healthy is { } healthy)
        {
            json.WriteBoolean("healthy", healthy);
        }

        if (status.Container is not null)
        {
            json.WriteStartObject("container_status");
            if (mesos.HasContainerIds)
            {
                json.WriteContainerId("container_id", status.Container);
            }

            WriteNetworkInfos(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteNetworkInfos(Utf8JsonWriter json)
    {
        json.WriteStartArray("network_infos");
        json.WriteStartObject();
        json.WriteStartArray("ip_addresses");
        json.WriteStartObject();
        json.WriteString("protocol", "IPv4");
        json.WriteString("ip_address", "127.0.0.1");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public static void WriteDiscovery(Utf8JsonWriter json, ClusterTask task)
    {
        json.WriteStartObject("discovery");
        json.WriteString("visibility", "FRAMEWORK");
        json.WriteString("name", task.Name);
        json.WriteStartObject("ports");
        if (!task.Ports.IsEmpty)
        {
            json.WriteStartArray("ports");
            foreach (var port in task.Ports)
            {
                json.WriteStartObject();
                json.WriteNumber("number", port);
                json.WriteString("protocol", "tcp");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Nothing for a container without an image.</summary>
    public static void WriteContainer(Utf8JsonWriter json, ClusterTask task)
    {
        if (task.Kind == ContainerKind.Native)
        {
            return;
        }

        json.WriteStartObject("container");
        if (task.Kind == ContainerKind.Docker)
        {
            json.WriteString("type", "DOCKER");
            json.WriteStartObject("docker");
            json.WriteString("image", task.Image);
            json.WriteString("network", "HOST");
            json.WriteBoolean("privileged", false);
            json.WriteBoolean("force_pull_image", false);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type", "MESOS");
            json.WriteStartObject("mesos");
            json.WriteStartObject("image");
            json.WriteString("type", "DOCKER");
            json.WriteStartObject("docker");
            json.WriteString("name", task.Image);
            json.WriteEndObject();
            json.WriteBoolean("cached", true);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
