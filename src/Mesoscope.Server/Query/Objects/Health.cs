namespace Mesoscope.Server.Query.Objects;

/// <summary>What is wrong with a thing or in a group of things.</summary>
/// <param name="Level">The worst of the marks.</param>
/// <param name="Restarts">How often something in it began again after it had failed, in the last 10 minutes.</param>
/// <param name="Marks">What is wrong, the worst first, 10 at most.</param>
public sealed record Health(HealthLevel Level, int Restarts, IReadOnlyList<Mark> Marks)
{
    /// <summary>Nothing is wrong.</summary>
    public static Health Good { get; } = new(HealthLevel.Ok, 0, []);
}
