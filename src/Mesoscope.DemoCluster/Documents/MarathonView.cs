using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>One Marathon at one moment, with its tasks sorted into apps and pods.</summary>
sealed class MarathonView
{
    readonly ClusterState _state;
    readonly ILookup<string, ClusterTask> _tasks;

    public MarathonView(ClusterState state, int number)
    {
        _state = state;
        Marathon = state.Marathons[number];
        _tasks = state.Frameworks[Marathon.FrameworkId].Tasks.Values.ToLookup(t => t.RunSpecId ?? "");
    }

    public MarathonService Marathon { get; }

    public List<ClusterTask> TasksOf(string runSpecId) => [.. _tasks[runSpecId]];

    public string HostOf(string agentId) => _state.Agents.TryGetValue(agentId, out var agent) ? agent.Hostname : "";
}
