using Mesoscope.Samples.Messages;
using Mesoscope.Server.Api.Objects;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class AgentsApi
{
    static readonly EntitiesRequest s_ownCost = new("host", Columns: [new MetricColumn("agent.cpu.used.percent"), new MetricColumn("agent.memory.bytes.used")], Limit: 20_000);

    public static void Map(RouteGroupBuilder api) => api.MapGet("agents", GetAll).WithSummary("All agents");

    static IEnumerable<AgentRow> GetAll(IAgentList agents, EntityQuery query)
    {
        var costs = query.Ask(s_ownCost).Entities.ToDictionary(static e => e.Id, static e => e.Values);
        return agents.All.Select(a => Row(a, costs.GetValueOrDefault(a.Host)));
    }

    static AgentRow Row(AgentStatus agent, IReadOnlyList<double?>? cost) => new(
        agent.AgentId,
        agent.HostName,
        agent.Version,
        agent.LastSeenMilliseconds,
        agent.IsStale,
        agent.ClockSkewMilliseconds,
        (long)Math.Min(agent.SpooledBatches, long.MaxValue),
        [.. agent.Drops.Select(static d => new DropRow(d.Key, (long)Math.Min(d.Value, long.MaxValue)))],
        agent.Missing,
        new Dictionary<string, string>(agent.Tags.All, StringComparer.Ordinal),
        agent.ContainerCount,
        cost?[0],
        cost?[1]);
}
