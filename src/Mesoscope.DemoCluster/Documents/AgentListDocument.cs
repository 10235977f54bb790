using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What the master answers on <c>/slaves</c>.</summary>
static class AgentListDocument
{
    public static async Task WriteAsync(JsonBody body, ClusterState state, EmulatedMesos mesos, CancellationToken cancel)
    {
        body.Writer.WriteStartObject();
        await WriteMembersAsync(body, state, mesos, cancel);
        body.Writer.WriteEndObject();
    }

    /// <summary>The two members that <c>/state</c> and <c>/slaves</c> share.</summary>
    public static async Task WriteMembersAsync(JsonBody body, ClusterState state, EmulatedMesos mesos, CancellationToken cancel)
    {
        var used = state.UsedByAgent();
        body.Writer.WriteStartArray("slaves");
        foreach (var agent in state.Agents.Values.Where(a => !a.Recovered))
        {
            AgentEntry.Write(body.Writer, agent, used.GetValueOrDefault(agent.Id), mesos);
            await body.BreatheAsync(cancel);
        }

        body.Writer.WriteEndArray();
        body.Writer.WriteStartArray("recovered_slaves");
        foreach (var agent in state.Agents.Values.Where(a => a.Recovered))
        {
            AgentEntry.WriteRecovered(body.Writer, agent);
            await body.BreatheAsync(cancel);
        }

        body.Writer.WriteEndArray();
    }
}
