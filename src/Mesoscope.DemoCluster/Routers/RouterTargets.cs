using Mesoscope.DemoCluster.Hosting;

namespace Mesoscope.DemoCluster.Routers;

/// <summary>Where the admin router's prefixes lead; null where nobody is.</summary>
sealed record RouterTargets(int MasterCount, Func<NodeServer?> Leader, Func<string, NodeServer?> Service, Func<string, NodeServer?> Agent);
