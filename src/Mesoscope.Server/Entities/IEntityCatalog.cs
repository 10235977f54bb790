using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Entities;

/// <summary>Knows which entities there are and were, with the names of each moment. Safe for several threads.</summary>
public interface IEntityCatalog
{
    /// <summary>What is there now. Costs nothing when nothing changed.</summary>
    EntitySnapshot Current { get; }

    /// <summary>
    /// The spans of lives that touch a span of time, by id and then by time: an entity whose names changed in it comes several times, each time
    /// with <see cref="Entity.NamedFromMilliseconds"/> and <see cref="Entity.NamedToMilliseconds"/>. Of hosts and containers the last day, of the
    /// rest the last 15 minutes come out of memory.
    /// </summary>
    /// <param name="fromMilliseconds">Begin of the span of time, milliseconds since 1970.</param>
    /// <param name="toMilliseconds">Its end, exclusive.</param>
    /// <param name="kind">What is asked for.</param>
    IReadOnlyList<Entity> At(long fromMilliseconds, long toMilliseconds, EntityKind kind);
}
