namespace Mesoscope.Server.Access;

/// <summary>A grouping that somebody keeps.</summary>
/// <param name="Id">What addresses call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="GroupBy">Its label names, outermost first.</param>
public sealed record SavedGrouping(string Id, string Name, IReadOnlyList<string> GroupBy);
