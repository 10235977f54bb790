using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What the master answers on <c>/state</c>; the state is what the master knows of the cluster.</summary>
static class MasterStateDocument
{
    public static async Task WriteAsync(JsonBody body, ClusterState state, MasterIdentity master, CancellationToken cancel)
    {
        body.Writer.WriteStartObject();
        WriteHead(body.Writer, state, master);
        await AgentListDocument.WriteMembersAsync(body, state, master.Mesos, cancel);
        await WriteFrameworksAsync(body, "frameworks", state.Frameworks.Values, master.Mesos, cancel);
        await WriteFrameworksAsync(body, "completed_frameworks", state.CompletedFrameworks, master.Mesos, cancel);
        body.Writer.WriteEmptyArray("orphan_tasks");
        body.Writer.WriteEmptyArray("unregistered_frameworks");
        body.Writer.WriteEndObject();
    }

    /// <summary>What a standby older than 1.0 answers: everything empty, and who leads.</summary>
    public static void WriteStandby(Utf8JsonWriter json, ClusterState state, MasterIdentity master)
    {
        json.WriteStartObject();
        WriteHead(json, state with { Agents = state.Agents.Clear() }, master);
        json.WriteEmptyArray("slaves");
        json.WriteEmptyArray("frameworks");
        json.WriteEmptyArray("completed_frameworks");
        json.WriteEmptyArray("orphan_tasks");
        json.WriteEmptyArray("unregistered_frameworks");
        json.WriteEndObject();
    }

    static void WriteHead(Utf8JsonWriter json, ClusterState state, MasterIdentity master)
    {
        json.WriteString("version", master.Mesos.Version.ToString());
        json.WriteString("git_sha", "0000000000000000000000000000000000000000");
        json.WriteString("git_tag", master.Mesos.Version.ToString());
        json.WriteString("build_date", "2020-11-16 00:00:00 UTC");
        json.WriteFraction("build_time", 1605484800);
        json.WriteString("build_user", "demo");
        json.WriteFraction("start_time", master.StartTime);
        if (master.Port == master.LeaderPort)
        {
            json.WriteFraction("elected_time", state.ElectedTime);
        }

        json.WriteString("id", IdOf(master.Port));
        json.WriteString("pid", master.ProcessName);
        json.WriteString("hostname", "localhost");
        json.WriteStrings("capabilities", "AGENT_UPDATE", "AGENT_DRAINING");
        json.WriteFraction("activated_slaves", state.Agents.Values.Count(a => a.Active && !a.Recovered));
        json.WriteFraction("deactivated_slaves", 0);
        json.WriteFraction("unreachable_slaves", state.Agents.Values.Count(a => !a.Active));
        if (master.LeaderPort != 0)
        {
            json.WriteString("leader", MasterIdentity.NameOf(master.LeaderPort));
            WriteLeaderInfo(json, master);
        }

        json.WriteString("cluster", "demo");
        json.WriteStartObject("flags");
        json.WriteString("cluster", "demo");
        json.WriteString("port", master.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    static void WriteLeaderInfo(Utf8JsonWriter json, MasterIdentity master)
    {
        if (!master.Mesos.HasLeaderInfo)
        {
            return;
        }

        json.WriteStartObject("leader_info");
        json.WriteString("id", IdOf(master.LeaderPort));
        json.WriteString("pid", MasterIdentity.NameOf(master.LeaderPort));
        json.WriteNumber("port", master.LeaderPort);
        json.WriteString("hostname", "localhost");
        json.WriteEndObject();
    }

    // Every master process has an id of its own; the agents and frameworks keep the id of the master that first registered them.
    static string IdOf(int port) => $"00000000-0000-4000-8000-{port:d12}";

    static async Task WriteFrameworksAsync(JsonBody body, string name, IEnumerable<Framework> frameworks, EmulatedMesos mesos, CancellationToken cancel)
    {
        body.Writer.WriteStartArray(name);
        foreach (var framework in frameworks)
        {
            await FrameworkDocument.WriteAsync(body, framework, mesos, cancel);
        }

        body.Writer.WriteEndArray();
    }
}
