using Mesoscope.DemoCluster.Agents;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Marathons;
using Mesoscope.DemoCluster.Masters;
using Mesoscope.DemoCluster.Routers;

namespace Mesoscope.DemoCluster.Nodes;

/// <summary>All servers of the cluster.</summary>
sealed record ClusterNodes(IReadOnlyList<MasterNode> Masters, IReadOnlyList<MarathonNode> Marathons, IReadOnlyList<AgentNode> Agents, AdminRouter Router)
{
    public IEnumerable<NodeServer> Servers =>
        [.. Masters.Select(m => m.Server), .. Marathons.Select(m => m.Server), .. Agents.Select(a => a.Server), Router.Server];
}
