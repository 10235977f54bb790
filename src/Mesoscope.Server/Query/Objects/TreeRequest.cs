namespace Mesoscope.Server.Query.Objects;

/// <summary>Asks for the tree of a grouping at a moment.</summary>
/// <param name="GroupBy">Label names, one for each level of the tree; 1 to 10.</param>
/// <param name="Columns">Metrics, 32 at most.</param>
/// <param name="Scope">Chooses entities; all when absent.</param>
/// <param name="AtMs">The moment, milliseconds since 1970; 0, negative and absent are relative to now.</param>
/// <param name="RangeMs">Values are aggregated over so many milliseconds before the moment; 10,000 by default, 31 days at most.</param>
/// <param name="Expanded">Ids of nodes whose children are wanted; the root's always are.</param>
/// <param name="ExpandAll">True for all nodes.</param>
/// <param name="Sort">Order of each node's children; by what is shown when absent.</param>
/// <param name="Limit">Nodes at most; 20,000 by default and at most.</param>
/// <param name="SparkPoints">Points of each column's small curve; 0 (none) by default, 60 at most.</param>
/// <param name="SparkRangeMs">What the small curves show, milliseconds before the moment; 600,000 by default.</param>
/// <param name="Only">Ids of nodes: only these are answered; sums and order are as without.</param>
public sealed record TreeRequest(
    IReadOnlyList<string> GroupBy,
    IReadOnlyList<MetricColumn> Columns,
    string? Scope = null,
    long? AtMs = null,
    long? RangeMs = null,
    IReadOnlyList<string>? Expanded = null,
    bool ExpandAll = false,
    SortOrder? Sort = null,
    int? Limit = null,
    int? SparkPoints = null,
    long? SparkRangeMs = null,
    IReadOnlyList<string>? Only = null);
