using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Sources;

/// <summary>Entities of one kind that live at a moment, by id, each once with its names of then. Never changes.</summary>
/// <param name="stamp">Equal stamps of lists that are not empty mean equal entities; 0 for a list that is like no other.</param>
/// <param name="entities">The entities.</param>
public sealed class EntityList(long stamp, IReadOnlyList<Entity> entities)
{
    EntityIds? _ids;

    /// <summary>Nothing.</summary>
    public static EntityList Empty { get; } = new(1, []);

    /// <summary>Equal stamps of lists that are not empty mean equal entities; 0 for a list that is like no other.</summary>
    public long Stamp => stamp;

    /// <summary>The entities.</summary>
    public IReadOnlyList<Entity> Entities => entities;

    /// <summary>Their ids, in the same order.</summary>
    public EntityIds Ids => _ids ??= EntityIds.From(entities.Select(static e => e.Id));
}
