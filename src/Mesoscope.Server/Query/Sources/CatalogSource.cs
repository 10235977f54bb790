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
            // What the server knows of now has begun, whatever the clock of its host says.
            var lives = isPresent ? entity.EndMilliseconds > atMilliseconds : LivesAt(entity, atMilliseconds);
            if (lives)
            {
                alive.Add(entity);
                stamp.Add(entity.Id);
                stamp.Add(entity.NamedFromMilliseconds);
            }
        }

        return new EntityList((uint)stamp.ToHashCode() + 2L, alive);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Entity> Lived(EntityKind kind, long fromMilliseconds, long toMilliseconds) => catalog.At(fromMilliseconds, toMilliseconds, kind);

    /// <summary>True when an entity lives at a moment and has these names then.</summary>
    internal static bool LivesAt(Entity span, long milliseconds) =>
        span.BeginMilliseconds <= milliseconds && milliseconds < span.EndMilliseconds
            && span.NamedFromMilliseconds <= milliseconds && milliseconds < span.NamedToMilliseconds;
}
