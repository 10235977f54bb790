using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A Mesos agent as the master lists it in <c>/state</c> and <c>/slaves</c>.</summary>
static class AgentEntry
{
    static readonly string[] s_capabilities = ["MULTI_ROLE", "HIERARCHICAL_ROLE", "RESERVATION_REFINEMENT", "RESOURCE_PROVIDER", "AGENT_DRAINING"];

    public static void Write(Utf8JsonWriter json, MesosAgent agent, Resources used, EmulatedMesos mesos)
    {
        json.WriteStartObject();
        WriteIdentity(json, agent);
        json.WriteString("pid", agent.ProcessName);
        json.WriteFraction("registered_time", agent.RegisteredTime);
        json.WriteResources("resources", agent.Resources);
        json.WriteResources("used_resources", used);
        json.WriteResources("offered_resources", default);
        json.WriteStartObject("reserved_resources");
        json.WriteEndObject();
        json.WriteResources("unreserved_resources", agent.Resources);
        json.WriteBoolean("active", agent.Active);
        json.WriteBoolean("deactivated", false);
        json.WriteString("version", mesos.Version.ToString());
        json.WriteStrings("capabilities", s_capabilities);
        json.WriteEndObject();
    }

    /// <summary>An agent that a restarted master has only read from its registry.</summary>
    public static void WriteRecovered(Utf8JsonWriter json, MesosAgent agent)
    {
        json.WriteStartObject();
        WriteIdentity(json, agent);
        json.WriteEndObject();
    }

    static void WriteIdentity(Utf8JsonWriter json, MesosAgent agent)
    {
        json.WriteString("id", agent.Id);
        json.WriteString("hostname", agent.Hostname);
        json.WriteNumber("port", agent.Port);
        json.WriteLabelObject("attributes", agent.Attributes);
    }
}
