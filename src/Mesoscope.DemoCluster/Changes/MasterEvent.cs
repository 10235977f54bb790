using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Changes;

/// <summary>What the master's SUBSCRIBE stream tells.</summary>
abstract record MasterEvent : ClusterEvent
{
    public sealed record TaskAdded(ClusterTask Task) : MasterEvent;

    public sealed record TaskUpdated(ClusterTask Task, StatusUpdate Status) : MasterEvent;

    public sealed record AgentAdded(MesosAgent Agent) : MasterEvent;

    public sealed record AgentRemoved(string AgentId) : MasterEvent;

    public sealed record FrameworkAdded(Framework Framework) : MasterEvent;

    public sealed record FrameworkUpdated(Framework Framework) : MasterEvent;

    public sealed record FrameworkRemoved(Framework Framework) : MasterEvent;
}
