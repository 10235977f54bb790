namespace Mesoscope.Server.Query.Objects;

/// <summary>Asks for a list of entities.</summary>
/// <param name="Kind"><c>host</c>, <c>container</c>, <c>process</c> or <c>connection</c>.</param>
/// <param name="Scope">Chooses entities; all when absent.</param>
/// <param name="AtMs">The moment, milliseconds since 1970; 0, negative and absent are relative to now.</param>
/// <param name="RangeMs">Values are aggregated over so many milliseconds before the moment; 10,000 by default.</param>
/// <param name="Columns">Metrics, 32 at most; none when absent.</param>
/// <param name="Sort">Order; by id when absent.</param>
/// <param name="Offset">Leaves out so many; 0 by default.</param>
/// <param name="Limit">Entities at most; 1,000 by default, 20,000 at most.</param>
public sealed record EntitiesRequest(
    string Kind,
    string? Scope = null,
    long? AtMs = null,
    long? RangeMs = null,
    IReadOnlyList<MetricColumn>? Columns = null,
    SortOrder? Sort = null,
    int? Offset = null,
    int? Limit = null);
