using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// Spans that the record store has not acknowledged. Guarded by the catalog's lock.
sealed class UnsavedSpans
{
    readonly Dictionary<(long Id, long NamedFrom), Entity> _spans = [];

    public IReadOnlyList<Entity> All => [.. _spans.Values];

    public void Add(Entity span) => _spans[(span.Id, span.NamedFromMilliseconds)] = span;

    // What changed again in between stays.
    public void Remove(IReadOnlyList<Entity> saved)
    {
        foreach (var span in saved)
        {
            if (_spans.TryGetValue((span.Id, span.NamedFromMilliseconds), out var latest) && ReferenceEquals(latest, span))
            {
                _spans.Remove((span.Id, span.NamedFromMilliseconds));
            }
        }
    }
}
