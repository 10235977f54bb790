namespace Mesoscope.Server.Query.Objects;

/// <summary>An entity with its names of a moment.</summary>
/// <param name="Id">What the server calls it.</param>
/// <param name="Parent">The entity that it is part of; 0 for a host.</param>
/// <param name="Kind"><c>host</c>, <c>container</c>, <c>process</c> or <c>connection</c>.</param>
/// <param name="Labels">Its names.</param>
/// <param name="BeginMs">Begin of its life, milliseconds since 1970.</param>
/// <param name="EndMs">End of its life; null while it lives.</param>
/// <param name="Values">By column; null for what is not known.</param>
/// <param name="Health">What is wrong with it.</param>
public sealed record EntityRow(
    long Id,
    long Parent,
    string Kind,
    IReadOnlyDictionary<string, string> Labels,
    long BeginMs,
    long? EndMs,
    IReadOnlyList<double?> Values,
    Health Health);
