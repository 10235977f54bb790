using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A task and its status updates as the operator API v1 shows them.</summary>
static class OperatorTask
{
    public static void Write(Utf8JsonWriter json, ClusterTask task)
    {
        json.WriteStartObject();
        json.WriteString("name", task.Name);
        json.WriteId("task_id", task.Id);
        json.WriteId("framework_id", task.FrameworkId);
        if (task.ExecutorId.Length > 0)
        {
            json.WriteId("executor_id", task.ExecutorId);
        }

        json.WriteId("agent_id", task.AgentId);
        json.WriteString("state", task.State);
        json.WriteResourceList("resources", task.Resources);
        if (!task.Statuses.IsEmpty)
        {
            json.WriteStartArray("statuses");
            foreach (var status in task.Statuses)
            {
                WriteStatus(json, task, status);
            }

            json.WriteEndArray();
            json.WriteString("status_update_state", task.State);
        }

        if (!task.Labels.IsEmpty)
        {
            json.WriteStartObject("labels");
            json.WriteLabelPairs("labels", task.Labels);
            json.WriteEndObject();
        }

        if (task.RunSpecId is not null)
        {
            TaskDocument.WriteDiscovery(json, task);
        }

        TaskDocument.WriteContainer(json, task);
        json.WriteEndObject();
    }

    public static void WriteStatus(Utf8JsonWriter json, ClusterTask task, StatusUpdate status)
    {
        json.WriteStartObject();
        json.WriteId("task_id", task.Id);
        json.WriteString("state", status.State);
        if (status.Message is not null)
        {
            json.WriteString("message", status.Message);
        }

        json.WriteString("source", SourceOf(status));
        if (status.Reason is not null)
        {
            json.WriteString("reason", status.Reason);
        }

        if (status.Data is not null)
        {
            json.WriteBase64String("data", System.Text.Encoding.UTF8.GetBytes(status.Data));
        }

        json.WriteId("agent_id", task.AgentId);
        json.WriteId("executor_id", task.AgentExecutorId);
        json.WriteFraction("timestamp", status.Timestamp);
        json.WriteBase64String("uuid", status.Id.ToByteArray(bigEndian: true));
        if (status.Healthy is { } healthy)
        {
            json.WriteBoolean("healthy", healthy);
        }

        if (status.Container is not null)
        {
            json.WriteStartObject("container_status");
            json.WriteContainerId("container_id", status.Container);
            TaskDocument.WriteNetworkInfos(json);
            if (status.ExecutorProcessId > 0)
            {
                json.WriteNumber("executor_pid", status.ExecutorProcessId);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static string SourceOf(StatusUpdate status) => status switch
    {
        { State: TaskState.Unreachable } => "SOURCE_MASTER",
        { Container: null } => "SOURCE_AGENT",
        _ => "SOURCE_EXECUTOR",
    };
}
