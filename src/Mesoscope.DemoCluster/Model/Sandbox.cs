namespace Mesoscope.DemoCluster.Model;

/// <summary>Where a container's files lie on its agent. Layout: seen on Mesos 1.12-dev.</summary>
static class Sandbox
{
    /// <summary>The Mesos agents' work folder; not that of a real Mesos (/var/lib/mesos), which may be on the same machine.</summary>
    public const string WorkFolder = "/var/lib/mesoscope/demo-cluster";

    public static string PathOf(string workFolder, ClusterTask task)
    {
        var outer = task.Container.Parent ?? task.Container;
        var path = $"{workFolder}/slaves/{task.AgentId}/frameworks/{task.FrameworkId}/executors/{task.AgentExecutorId}/runs/{outer.Value}";
        return task.Container.Parent is null ? path : $"{path}/containers/{task.Container.Value}";
    }
}
