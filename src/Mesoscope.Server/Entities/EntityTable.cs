namespace Mesoscope.Server.Entities;

/// <summary>The entities of one kind at a moment, each with its present or last names. Never changes.</summary>
/// <param name="Version">Another number whenever a name, a begin or an end of this kind changed: what was made of the table can be kept as long.</param>
/// <param name="All">Those that live and those that ended in the last 15 minutes, by id.</param>
public sealed record EntityTable(long Version, IReadOnlyList<Entity> All)
{
    /// <summary>How long an entity stays in the table when it has ended, milliseconds.</summary>
    public const long AfterlifeMilliseconds = 15 * 60_000;

    /// <summary>Nothing.</summary>
    public static EntityTable Empty { get; } = new(0, []);
}
