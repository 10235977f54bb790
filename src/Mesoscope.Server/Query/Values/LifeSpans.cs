using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

// Spans of entities' lives, found by entity and time. Those of one entity lie behind each other in order of time.
sealed class LifeSpans
{
    // By entity the index of its first span.
    readonly int[] _first;

    public LifeSpans(IEnumerable<Entity> entities)
    {
        Spans = [.. entities];
        Array.Sort(Spans, static (x, y) => x.Id != y.Id ? x.Id.CompareTo(y.Id) : x.NamedFromMilliseconds.CompareTo(y.NamedFromMilliseconds));
        Ids = EntityIds.From(Array.ConvertAll(Spans, static s => s.Id));
        _first = new int[Ids.Count];
        for (int i = 0, entity = 0; i < Spans.Length; i++)
        {
            if (i == 0 || Spans[i].Id != Spans[i - 1].Id)
            {
                _first[entity++] = i;
            }
        }
    }

    public Entity[] Spans { get; }

    public EntityIds Ids { get; }

    // The span with the names that an entity, by its index among the ids, had just before a moment; the nearest when it had none then.
    public int At(int entity, long endMilliseconds)
    {
        var (found, end) = (_first[entity], entity + 1 < _first.Length ? _first[entity + 1] : Spans.Length);
        while (found + 1 < end && Spans[found + 1].NamedFromMilliseconds < endMilliseconds)
        {
            found++;
        }

        return found;
    }
}
