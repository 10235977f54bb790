using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>
/// What a Mesos agent said of what it runs: the answer to its <c>/state</c>. Small beside a master's, and it knows the containers of
/// executors, which masters before 1.2 do not tell.
/// </summary>
public sealed class AgentState
{
    internal List<ClusterFramework> FrameworkList { get; } = [];

    internal List<ClusterTask> TaskList { get; } = [];

    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Whether it was read to its end and is such a document; if not, it says nothing.</summary>
    public bool IsUsable { get; internal set; }

    /// <summary>Id of the agent; empty when it has not registered.</summary>
    public byte[] Id { get; internal set; } = [];

    /// <summary>Name of its machine.</summary>
    public byte[] Hostname { get; internal set; } = [];

    /// <summary>The frameworks that have executors here. It does not say whether they are active.</summary>
    public IReadOnlyList<ClusterFramework> Frameworks => FrameworkList;

    /// <summary>The tasks here, each with its own container or that of its executor.</summary>
    public IReadOnlyList<ClusterTask> Tasks => TaskList;
}
