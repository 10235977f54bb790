using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Query.Sources;

/// <summary>Entities of the catalogue, which also ends what nobody vouches for any more.</summary>
/// <param name="catalog">What there is and was.</param>
/// <param name="agents">Who measures it.</param>
/// <param name="clock">What time it is.</param>
public sealed class CatalogSource(IEntityCatalog catalog, IAgentList agents, TimeProvider clock) : IEntitySource
{
    const long PresentMilliseconds = 2_000;

    /// <inheritdoc/>
    public IReadOnlyList<WaitingThing> Waiting =>
        [.. catalog.Current.WaitingTasks.Select(static t => new WaitingThing(t.State, t.Labels, t.SinceMilliseconds))];

    /// <inheritdoc/>
    public IReadOnlyList<AgentFacts> Agents =>
        [.. agents.All.Select(static a => new AgentFacts(a.AgentId, a.HostName, a.LastSeenMilliseconds, a.IsStale))];

    /// <inheritdoc/>
    public EntityList Alive(EntityKind kind, long atMilliseconds)
    {
        var isPresent = atMilliseconds > clock.GetUtcNow().ToUnixTimeMilliseconds() - PresentMilliseconds;
        var table = catalog.Current.Of(kind);
        var alive = new List<Entity>();
        var stamp = default(HashCode);
        stamp.Add(isPresent ? table.Version : -1);
        foreach (var entity in isPresent ? table.All : catalog.At(atMilliseconds, atMilliseconds + 1, kind))
        {
            // Now everything has the names that it has, even if it got them in this second.
            var lives = isPresent
                ? entity.BeginMilliseconds <= atMilliseconds && atMilliseconds < entity.EndMilliseconds
                : LivesAt(entity, atMilliseconds);
            if (lives)
            {
                alive.Add(entity);
                stamp.Add(entity.Id);
                stamp.Add(entity.NamedFromMilliseconds);
            }
        }

        Complete(alive);
        return new EntityList((uint)stamp.ToHashCode() + 2L, alive);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Entity> Lived(EntityKind kind, long fromMilliseconds, long toMilliseconds)
    {
        var lived = catalog.At(fromMilliseconds, toMilliseconds, kind).ToList();
        Complete(lived);
        return lived;
    }

    /// <summary>True when an entity lives at a moment and has these names then.</summary>
    internal static bool LivesAt(Entity span, long milliseconds) =>
        span.BeginMilliseconds <= milliseconds && milliseconds < span.EndMilliseconds
            && span.NamedFromMilliseconds <= milliseconds && milliseconds < span.NamedToMilliseconds;

    static void Complete(List<Entity> entities)
    {
        if (entities.Exists(static e => FrameworkNames.IsIncomplete(e.Labels)))
        {
            var names = new FrameworkNames(entities.Select(static e => e.Labels));
            for (var i = 0; i < entities.Count; i++)
            {
                if (names.Complete(entities[i].Labels) is var labels && !ReferenceEquals(labels, entities[i].Labels))
                {
                    entities[i] = entities[i] with { Labels = labels };
                }
            }
        }
    }
}
