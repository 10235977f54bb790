using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Query.Sources;

namespace Mesoscope.Server.Query.Listing;

/// <summary>Answers with the names and values of labels. Safe for several threads.</summary>
/// <param name="source">What there is and was.</param>
/// <param name="clock">What time it is.</param>
public sealed class LabelQuery(IEntitySource source, TimeProvider clock)
{
    const int DefaultLimit = 100;
    const int MaxLimit = 10_000;

    static readonly EntityKind[] s_kinds = [EntityKind.Host, EntityKind.Container, EntityKind.Process];

    /// <summary>Names of labels, in ordinal order, with how many values each has.</summary>
    /// <param name="fromMs">Begin, milliseconds since 1970; 0 and negative are relative to now; what lives now when absent.</param>
    /// <param name="toMs">End, exclusive; now by default.</param>
    public IReadOnlyList<LabelCount> Names(long? fromMs, long? toMs)
    {
        var values = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in Entities(fromMs, toMs).SelectMany(static e => e.Labels.All))
        {
            if (!values.TryGetValue(name, out var known))
            {
                values.Add(name, known = new(StringComparer.Ordinal));
            }

            known.Add(value);
        }

        return [.. values.Select(static v => new LabelCount(v.Key, v.Value.Count))];
    }

    /// <summary>Values of a label, in ordinal order.</summary>
    /// <param name="name">The label's name.</param>
    /// <param name="scope">Of which entities; all when absent.</param>
    /// <param name="prefix">Begin of the values, whatever the case; all when absent.</param>
    /// <param name="limit">So many; 100 by default, 10,000 at most.</param>
    /// <param name="fromMs">Begin, milliseconds since 1970; 0 and negative are relative to now; what lives now when absent.</param>
    /// <param name="toMs">End, exclusive; now by default.</param>
    /// <exception cref="QueryException">The request makes no sense.</exception>
    public IReadOnlyList<string> Values(string name, string? scope, string? prefix, int? limit, long? fromMs, long? toMs)
    {
        if (limit is < 1 or > MaxLimit)
        {
            throw new QueryException($"limit is {limit}; expected 1 to {MaxLimit}");
        }

        var chosen = Scope.Parse(scope);
        return
        [
            .. Entities(fromMs, toMs)
                .Where(e => chosen.Matches(e.Labels))
                .Select(e => ScopeCheck.ValueOf(e.Labels, name))
                .OfType<string>()
                .Where(v => prefix is null || v.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(limit ?? DefaultLimit),
        ];
    }

    IEnumerable<Entity> Entities(long? fromMs, long? toMs)
    {
        var now = Moments.Now(clock);
        var to = Moments.Absolute(toMs ?? 0, now);
        if (fromMs is null)
        {
            return s_kinds.SelectMany(k => source.Alive(k, to).Entities);
        }

        var from = Moments.Absolute(fromMs.Value, now);
        return from < to
            ? s_kinds.SelectMany(k => source.Lived(k, from, to))
            : throw new QueryException($"from {from} to {to}; expected a begin before the end");
    }
}
