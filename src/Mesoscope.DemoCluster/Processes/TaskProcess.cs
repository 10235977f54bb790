using System.Diagnostics;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>A task that runs on this machine.</summary>
sealed class TaskProcess(ClusterTask task, Process process)
{
    public ClusterTask Task => task;

    public Process Process => process;

    /// <summary>True once somebody asked for its end: then that is no failure.</summary>
    public volatile bool IsKilled;

    public string DockerName => "mesos-" + task.Container.Value;

    public ContainerId OuterContainer => task.Container.Parent ?? task.Container;
}
