using System.Collections.Concurrent;
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

    // What was made of the newest tables: between two changes everybody asks for the same.
    readonly ConcurrentDictionary<EntityKind, PresentList> _present = new();

    /// <inheritdoc/>
    public IReadOnlyList<WaitingThing> Waiting =>
        [.. catalog.Current.WaitingTasks.Select(static t => new WaitingThing(t.State, t.Labels, t.SinceMilliseconds))];

    /// <inheritdoc/>
    public IReadOnlyList<AgentFacts> AgentsAt(long atMilliseconds) => agents.At(atMilliseconds);

    /// <inheritdoc/>
    public EntityList Alive(EntityKind kind, long atMilliseconds)
    {
        if (atMilliseconds <= clock.GetUtcNow().ToUnixTimeMilliseconds() - PresentMilliseconds)
        {
            return Make(-1, catalog.At(atMilliseconds, atMilliseconds + 1, kind).Where(e => LivesAt(e, atMilliseconds)).DistinctBy(static e => e.Id));
        }

        var table = catalog.Current.Of(kind);
        if (!_present.TryGetValue(kind, out var present) || !present.Holds(table, atMilliseconds))
        {
            _present[kind] = present = MakePresent(table, atMilliseconds);
        }

        return present.List;
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

    // Now everything has the names that it has, even if it got them in this second.
    static PresentList MakePresent(EntityTable table, long at)
    {
        var (alive, from, until) = (new List<Entity>(table.All.Count), long.MinValue, long.MaxValue);
        foreach (var entity in table.All)
        {
            foreach (var change in (ReadOnlySpan<long>)[entity.BeginMilliseconds, entity.EndMilliseconds])
            {
                (from, until) = change <= at ? (Math.Max(from, change), until) : (from, Math.Min(until, change));
            }

            if (entity.BeginMilliseconds <= at && at < entity.EndMilliseconds)
            {
                alive.Add(entity);
            }
        }

        return new PresentList(table, Make(table.Version, alive), from, until);
    }

    static EntityList Make(long version, IEnumerable<Entity> entities)
    {
        var alive = entities.ToList();
        var stamp = default(HashCode);
        stamp.Add(version);
        foreach (var entity in alive)
        {
            stamp.Add(entity.Id);
            stamp.Add(entity.NamedFromMilliseconds);
        }

        Complete(alive);
        return new EntityList((uint)stamp.ToHashCode() + 2L, alive);
    }

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
