using System.Runtime.InteropServices;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Values;

// Spans of entities' lives, found by entity and time. Those of one entity lie behind each other in order of time.
sealed class LifeSpans
{
    readonly Dictionary<long, (int First, int Count)> _byId;

    public LifeSpans(IEnumerable<Entity> entities)
    {
        Spans = [.. entities];
        Array.Sort(Spans, static (x, y) => x.Id != y.Id ? x.Id.CompareTo(y.Id) : x.NamedFromMilliseconds.CompareTo(y.NamedFromMilliseconds));
        _byId = new Dictionary<long, (int, int)>(Spans.Length);
        for (var i = 0; i < Spans.Length; i++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_byId, Spans[i].Id, out var isThere);
            place = isThere ? (place.First, place.Count + 1) : (i, 1);
        }
    }

    public Entity[] Spans { get; }

    public IReadOnlyCollection<long> Ids => _byId.Keys;

    // Index of the first span of an entity; -1 when it has none.
    public int First(long entity) => _byId.TryGetValue(entity, out var place) ? place.First : -1;

    // The span with the names that an entity had just before a moment; the nearest when it had none then.
    public int At(int first, long endMilliseconds)
    {
        var id = Spans[first].Id;
        var found = first;
        for (var i = first + 1; i < Spans.Length && Spans[i].Id == id && Spans[i].NamedFromMilliseconds < endMilliseconds; i++)
        {
            found = i;
        }

        return found;
    }
}
