namespace Mesoscope.Server.Query.Objects;

/// <summary>Something that happened.</summary>
/// <param name="Id">What the server calls it.</param>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Kind">Such as <c>container.died</c>.</param>
/// <param name="Severity">0 emergency … 7 debug, as in RFC 5424.</param>
/// <param name="Text">One line for people.</param>
/// <param name="Entity">The entity that it happened to; null when it is known by labels only.</param>
/// <param name="Labels">The entity's names at that time, and what else is known.</param>
/// <param name="FailedCalls">Failed system calls before the end, oldest first.</param>
/// <param name="Culprit">Who is to blame; null when nobody is known to be.</param>
public sealed record HappeningRow(
    string Id,
    long TimeMs,
    string Kind,
    int Severity,
    string Text,
    long? Entity,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<FailedCallRow> FailedCalls,
    Culprit? Culprit);
