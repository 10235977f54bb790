using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Changes;

/// <summary>What the event stream of one Marathon tells.</summary>
abstract record MarathonEvent(string FrameworkId) : ClusterEvent
{
    public sealed record StatusChanged(string FrameworkId, ClusterTask Task, StatusUpdate Status, string Host) : MarathonEvent(FrameworkId);

    public sealed record HealthChanged(string FrameworkId, ClusterTask Task, bool IsAlive) : MarathonEvent(FrameworkId);

    public sealed record DeploymentInfo(string FrameworkId, Deployment Deployment) : MarathonEvent(FrameworkId);

    public sealed record DeploymentSuccess(string FrameworkId, Deployment Deployment) : MarathonEvent(FrameworkId);

    public sealed record AppTerminated(string FrameworkId, string AppId) : MarathonEvent(FrameworkId);

    public sealed record PodChanged(string FrameworkId, string EventType, string PodId) : MarathonEvent(FrameworkId);
}
