using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Sources;

/// <summary>Entities of one kind that live at a moment, each once with its names of then. Never changes.</summary>
/// <param name="Stamp">Equal stamps of lists that are not empty mean equal entities; 0 for a list that is like no other.</param>
/// <param name="Entities">The entities.</param>
public sealed record EntityList(long Stamp, IReadOnlyList<Entity> Entities)
{
    /// <summary>Nothing.</summary>
    public static EntityList Empty { get; } = new(1, []);
}
