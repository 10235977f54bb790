using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Query.Sources;

/// <summary>Entities of the catalogue, as long as somebody vouches for them.</summary>
/// <param name="catalog">What there is and was.</param>
/// <param name="agents">Who measures it.</param>
/// <param name="clock">What time it is.</param>
public sealed class CatalogSource(IEntityCatalog catalog, IAgentList agents, TimeProvider clock) : IEntitySource
{
    /// <summary>
    /// How long things live on when their agent is silent, milliseconds. They are marked after a minute; after this nobody vouches for them any
    /// more. Silence while the server was down does not count.
    /// </summary>
    public const long TrustMilliseconds = 600_000;

    const long PresentMilliseconds = 2_000;

    readonly long _startMilliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();

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
        var silent = SilentAt(atMilliseconds);
        var alive = new List<Entity>();
        var stamp = default(HashCode);
        stamp.Add(isPresent ? table.Version : -1);
        foreach (var entity in isPresent ? table.All : catalog.At(atMilliseconds, atMilliseconds + 1, kind))
        {
            // What the server knows of now has begun, whatever the clock of its host says.
            var lives = isPresent ? entity.EndMilliseconds > atMilliseconds : LivesAt(entity, atMilliseconds);
            if (lives && (silent is null || !silent.Contains(entity.AgentId)))
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

    // Agents that nobody had heard of for too long at a moment; null when there are none.
    HashSet<string>? SilentAt(long at)
    {
        HashSet<string>? silent = null;
        foreach (var agent in agents.All)
        {
            var vouched = at >= _startMilliseconds ? Math.Max(agent.LastSeenMilliseconds, _startMilliseconds) : agent.LastSeenMilliseconds;
            if (at - vouched > TrustMilliseconds)
            {
                (silent ??= new(StringComparer.Ordinal)).Add(agent.AgentId);
            }
        }

        return silent;
    }
}
