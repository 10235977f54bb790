namespace Mesoscope.DemoCluster.Model;

/// <summary>The tasks of one Mesos agent.</summary>
static class AgentTasks
{
    /// <summary>Live tasks, those that the master cannot reach too: on their agent they run on.</summary>
    public static List<ClusterTask> Of(ClusterState state, string agentId) =>
        [.. state.Frameworks.Values.SelectMany(f => f.Tasks.Values.Concat(f.UnreachableTasks.Values)).Where(t => t.AgentId == agentId)];
}
