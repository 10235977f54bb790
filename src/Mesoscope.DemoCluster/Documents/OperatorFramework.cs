using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A framework as the operator API v1 shows it.</summary>
static class OperatorFramework
{
    public static void Write(Utf8JsonWriter json, Framework framework)
    {
        json.WriteStartObject();
        WriteInfo(json, framework);
        json.WriteBoolean("active", framework.Active);
        json.WriteBoolean("connected", framework.Active);
        json.WriteBoolean("recovered", false);
        json.WriteNanoseconds("registered_time", framework.RegisteredTime);
        json.WriteNanoseconds("reregistered_time", framework.RegisteredTime);
        if (framework.UnregisteredTime > 0)
        {
            json.WriteNanoseconds("unregistered_time", framework.UnregisteredTime);
        }

        json.WriteEndObject();
    }

    /// <summary>The member <c>framework_info</c>, which FRAMEWORK_REMOVED has alone.</summary>
    public static void WriteInfo(Utf8JsonWriter json, Framework framework)
    {
        json.WriteStartObject("framework_info");
        json.WriteString("user", framework.User);
        json.WriteString("name", framework.Name);
        json.WriteId("id", framework.Id);
        json.WriteFraction("failover_timeout", framework.FailoverTimeout);
        json.WriteBoolean("checkpoint", framework.FailoverTimeout > 0);
        json.WriteString("role", framework.Role);
        json.WriteString("hostname", framework.Hostname);
        if (framework.Principal.Length > 0)
        {
            json.WriteString("principal", framework.Principal);
        }

        if (framework.WebUiUrl.Length > 0)
        {
            json.WriteString("webui_url", framework.WebUiUrl);
        }

        json.WriteStartArray("capabilities");
        json.WriteStartObject();
        json.WriteString("type", "PARTITION_AWARE");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
