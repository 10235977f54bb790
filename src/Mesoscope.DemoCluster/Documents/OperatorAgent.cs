using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A Mesos agent as the operator API v1 shows it.</summary>
static class OperatorAgent
{
    public static void Write(Utf8JsonWriter json, MesosAgent agent, EmulatedMesos mesos)
    {
        json.WriteStartObject();
        WriteInfo(json, agent);
        json.WriteBoolean("active", agent.Active);
        json.WriteBoolean("deactivated", false);
        json.WriteString("version", mesos.Version.ToString());
        json.WriteString("pid", agent.ProcessName);
        json.WriteNanoseconds("registered_time", agent.RegisteredTime);
        json.WriteResourceList("total_resources", agent.Resources);
        json.WriteEndObject();
    }

    /// <summary>The member <c>agent_info</c>; a recovered agent has no more.</summary>
    public static void WriteInfo(Utf8JsonWriter json, MesosAgent agent)
    {
        json.WriteStartObject("agent_info");
        json.WriteString("hostname", agent.Hostname);
        json.WriteNumber("port", agent.Port);
        json.WriteResourceList("resources", agent.Resources);
        json.WriteStartArray("attributes");
        foreach (var attribute in agent.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("name", attribute.Key);
            json.WriteString("type", "TEXT");
            json.WriteStartObject("text");
            json.WriteString("value", attribute.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteId("id", agent.Id);
        json.WriteBoolean("checkpoint", true);
        json.WriteEndObject();
    }
}
