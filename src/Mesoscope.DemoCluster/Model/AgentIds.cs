using System.Globalization;

namespace Mesoscope.DemoCluster.Model;

/// <summary>Mesos numbers its agents: the cluster's id, a dash, S and the number.</summary>
static class AgentIds
{
    public static string Of(string clusterId, int number) => string.Create(CultureInfo.InvariantCulture, $"{clusterId}-S{number}");
}
