namespace Mesoscope.Server.Query.Objects;

/// <summary>A list of entities.</summary>
/// <param name="AtMs">The moment, milliseconds since 1970.</param>
/// <param name="Total">How many there are without limits.</param>
/// <param name="Columns">What the values are.</param>
/// <param name="Entities">The entities.</param>
public sealed record EntitiesAnswer(long AtMs, int Total, IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<EntityRow> Entities);
