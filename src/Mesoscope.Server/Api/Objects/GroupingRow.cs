namespace Mesoscope.Server.Api.Objects;

/// <summary>A grouping with a name.</summary>
/// <param name="Id">What addresses call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="GroupBy">Its label names, outermost first.</param>
/// <param name="IsBuiltIn">True for those that everybody has and nobody changes.</param>
public sealed record GroupingRow(string Id, string Name, IReadOnlyList<string> GroupBy, bool IsBuiltIn);
