using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Listing;

/// <summary>Answers with lists of entities. Safe for several threads.</summary>
/// <param name="source">What it asks.</param>
public sealed class EntityQuery(MomentSource source)
{
    const int DefaultLimit = 1_000;
    const int MaxLimit = 20_000;

    /// <summary>Answers a request.</summary>
    /// <exception cref="QueryException">The request makes no sense.</exception>
    public EntitiesAnswer Ask(EntitiesRequest request)
    {
        var kind = EntityKinds.Parse(request.Kind);
        var columns = Column.Resolve(request.Columns);
        var scope = Scope.Parse(request.Scope);
        var at = Moments.At(request.AtMs, Moments.Now(source.Clock));
        if (request.Offset < 0 || request.Limit is < 1 or > MaxLimit || request.RangeMs < 1000)
        {
            throw new QueryException($"offset {request.Offset}, limit {request.Limit}, rangeMs {request.RangeMs}; expected 0 at least, 1 to {MaxLimit}, 1,000 at least");
        }

        var entities = source.Entities.Alive(kind, at).Entities.Where(e => scope.Matches(e.Labels)).ToList();
        using var values = source.Reader.Read(EntityIds.From(entities.Select(static e => e.Id)), kind, columns, at, request.RangeMs ?? Moments.DefaultRange);
        var order = Order(request.Sort, entities, values, columns.Length);
        var health = new EntityHealth(source.Troubles.At(at));
        var rows = order.Skip(request.Offset ?? 0).Take(request.Limit ?? DefaultLimit).Select(i => Show(entities[i], values.Of(i), health));
        return new EntitiesAnswer(at, entities.Count, [.. columns.Select(static c => c.ToAnswer())], [.. rows]);
    }

    static EntityRow Show(Entity entity, ReadOnlySpan<double> values, EntityHealth health)
    {
        var shown = new double?[values.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = Answers.OrNull(values[i]);
        }

        return new EntityRow(
            entity.Id,
            entity.Parent,
            EntityKinds.Word(entity.Kind),
            HappeningRows.Named(entity.Labels),
            entity.BeginMilliseconds,
            entity.EndMilliseconds == Entity.NeverMilliseconds ? null : entity.EndMilliseconds,
            shown,
            health.Of(entity));
    }

    static IEnumerable<int> Order(SortOrder? sort, List<Entity> entities, MomentValues values, int columns)
    {
        var all = Enumerable.Range(0, entities.Count);
        if (sort is null)
        {
            return all.OrderBy(i => entities[i].Id);
        }

        if (Sorting.Column(sort, columns, out var label) is { } column)
        {
            return all.Order(Comparer<int>.Create((x, y) => Sorting.Compare(values.Of(x)[column], values.Of(y)[column], sort.Descending)));
        }

        // Those without the label come last.
        var named = Array.ConvertAll(all.ToArray(), i => ScopeCheck.ValueOf(entities[i].Labels, label!));
        return all.Order(Comparer<int>.Create((x, y) => named[x] is null || named[y] is null
            ? (named[x] is null).CompareTo(named[y] is null)
            : sort.Descending ? string.CompareOrdinal(named[y], named[x]) : string.CompareOrdinal(named[x], named[y])));
    }
}
