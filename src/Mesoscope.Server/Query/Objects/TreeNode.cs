namespace Mesoscope.Server.Query.Objects;

/// <summary>One line of a tree.</summary>
/// <param name="Id">Stable over time: made of the levels' values.</param>
/// <param name="Parent">Id of the node above; null for the root.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="GroupBy">The label that made this level; null for the root.</param>
/// <param name="Label">What is shown; <c>n/a</c> where the label is missing.</param>
/// <param name="Path">Of a group: its whole path.</param>
/// <param name="Scope">Chooses exactly this node's entities.</param>
/// <param name="ChildCount">Nodes directly below.</param>
/// <param name="IsExpanded">True when the nodes below are part of the answer.</param>
/// <param name="HostCount">Hosts that have something in it at the moment.</param>
/// <param name="ContainerCount">Containers that live at the moment.</param>
/// <param name="IsAlive">False when everything in it has ended and is shown for its trouble.</param>
/// <param name="Values">By column; null for what is not known.</param>
/// <param name="Sparks">By column the small curve's points, oldest first; null when none were asked for.</param>
/// <param name="Health">What is wrong in it.</param>
public sealed record TreeNode(
    string Id,
    string? Parent,
    int Depth,
    string? GroupBy,
    string Label,
    string? Path,
    string Scope,
    int ChildCount,
    bool IsExpanded,
    int HostCount,
    int ContainerCount,
    bool IsAlive,
    IReadOnlyList<double?> Values,
    IReadOnlyList<IReadOnlyList<double?>>? Sparks,
    Health Health);
