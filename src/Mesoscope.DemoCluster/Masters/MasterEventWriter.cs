using System.Text.Json;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;

namespace Mesoscope.DemoCluster.Masters;

/// <summary>Writes the events of a SUBSCRIBE stream. Shapes: recorded from Mesos 1.12-dev.</summary>
static class MasterEventWriter
{
    public static void Write(Utf8JsonWriter json, MasterEvent happened, EmulatedMesos mesos)
    {
        json.WriteStartObject();
        switch (happened)
        {
            case MasterEvent.TaskAdded added:
                Open(json, "TASK_ADDED", "task_added");
                json.WritePropertyName("task");
                OperatorTask.Write(json, added.Task);
                break;
            case MasterEvent.TaskUpdated updated:
                // No name and no labels: a reader has to keep them.
                Open(json, "TASK_UPDATED", "task_updated");
                json.WriteId("framework_id", updated.Task.FrameworkId);
                json.WritePropertyName("status");
                OperatorTask.WriteStatus(json, updated.Task, updated.Status);
                json.WriteString("state", updated.Task.State);
                break;
            case MasterEvent.AgentAdded added:
                Open(json, "AGENT_ADDED", "agent_added");
                json.WritePropertyName("agent");
                OperatorAgent.Write(json, added.Agent, mesos);
                break;
            case MasterEvent.AgentRemoved removed:
                Open(json, "AGENT_REMOVED", "agent_removed");
                json.WriteId("agent_id", removed.AgentId);
                break;
            case MasterEvent.FrameworkAdded added:
                Open(json, "FRAMEWORK_ADDED", "framework_added");
                json.WritePropertyName("framework");
                OperatorFramework.Write(json, added.Framework);
                break;
            case MasterEvent.FrameworkUpdated updated:
                Open(json, "FRAMEWORK_UPDATED", "framework_updated");
                json.WritePropertyName("framework");
                OperatorFramework.Write(json, updated.Framework);
                break;
            case MasterEvent.FrameworkRemoved removed:
                Open(json, "FRAMEWORK_REMOVED", "framework_removed");
                OperatorFramework.WriteInfo(json, removed.Framework);
                break;
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Open(Utf8JsonWriter json, string type, string member)
    {
        json.WriteString("type", type);
        json.WriteStartObject(member);
    }
}
