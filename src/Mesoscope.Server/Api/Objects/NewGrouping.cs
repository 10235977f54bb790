namespace Mesoscope.Server.Api.Objects;

/// <summary>Asks for a grouping to be kept.</summary>
/// <param name="Name">What people call it, 1 to 100 characters.</param>
/// <param name="GroupBy">Its label names, outermost first.</param>
public sealed record NewGrouping(string? Name, IReadOnlyList<string>? GroupBy);
