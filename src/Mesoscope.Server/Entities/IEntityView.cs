namespace Mesoscope.Server.Entities;

/// <summary>What there is and was, for those who ask. Safe for several threads.</summary>
public interface IEntityView
{
    /// <summary>What lives now, and what ended in the last quarter of an hour, with its last names: one span for each entity.</summary>
    EntitySnapshot Current { get; }

    /// <summary>All spans of lives that touch a span of time; an entity whose names changed in it has several.</summary>
    /// <param name="fromMilliseconds">Begin of the span, milliseconds since 1970.</param>
    /// <param name="toMilliseconds">End of the span, exclusive.</param>
    EntitySnapshot At(long fromMilliseconds, long toMilliseconds);
}
