using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What Marathon answers on <c>/v2/info</c>.</summary>
static class MarathonInfoDocument
{
    public const string MarathonVersion = "1.11.24";

    public static void Write(Utf8JsonWriter json, MarathonService marathon, int masterPort, string scheme)
    {
        json.WriteStartObject();
        json.WriteString("name", marathon.Name);
        json.WriteString("version", MarathonVersion);
        json.WriteString("buildref", "unknown");
        json.WriteBoolean("elected", true);
        json.WriteString("leader", $"localhost:{marathon.Port}");
        json.WriteString("frameworkId", marathon.FrameworkId);
        json.WriteStartObject("marathon_config");
        json.WriteString("framework_name", marathon.Name);
        json.WriteString("hostname", "localhost");
        json.WriteString("master", $"127.0.0.1:{masterPort}");
        json.WriteString("mesos_leader_ui_url", $"{scheme}://127.0.0.1:{masterPort}/");
        json.WriteString("webui_url", $"{scheme}://127.0.0.1:{marathon.Port}");
        json.WriteBoolean("ha", true);
        json.WriteBoolean("checkpoint", true);
        json.WriteNumber("failover_timeout", 604800);
        json.WriteEmptyArray("features");
        json.WriteEndObject();
        json.WriteStartObject("zookeeper_config");
        json.WriteString("zk", "zk://localhost:2181/marathon");
        json.WriteEndObject();
        json.WriteStartObject("http_config");
        json.WriteNumber("http_port", marathon.Port);
        json.WriteNumber("https_port", 8443);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
