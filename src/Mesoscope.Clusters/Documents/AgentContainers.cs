namespace Mesoscope.Clusters.Documents;

/// <summary>The answer to <c>/containers</c> or <c>GET_CONTAINERS</c> of a Mesos agent.</summary>
public sealed class AgentContainers
{
    internal List<AgentContainer> List { get; } = [];

    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Whether it was read to its end and is such a document; if not, it says nothing.</summary>
    public bool IsUsable { get; internal set; }

    /// <summary>The containers.</summary>
    public IReadOnlyList<AgentContainer> Items => List;
}
