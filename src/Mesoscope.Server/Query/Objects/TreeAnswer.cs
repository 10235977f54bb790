namespace Mesoscope.Server.Query.Objects;

/// <summary>The tree of a grouping at a moment.</summary>
/// <param name="AtMs">The moment, milliseconds since 1970.</param>
/// <param name="FromMs">Begin of the time that values are of.</param>
/// <param name="Columns">What the values are.</param>
/// <param name="Nodes">In the order of display: each node before its children, the root first.</param>
/// <param name="TotalNodes">How many there would be with all nodes expanded.</param>
/// <param name="IsCut">True when the limit left some out.</param>
/// <param name="Agents">The agents that measure.</param>
/// <param name="HasCluster">True when something has the name of a framework.</param>
public sealed record TreeAnswer(
    long AtMs,
    long FromMs,
    IReadOnlyList<AnswerColumn> Columns,
    IReadOnlyList<TreeNode> Nodes,
    int TotalNodes,
    bool IsCut,
    AgentCount Agents,
    bool HasCluster);
