using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Listing;

/// <summary>Answers with what happened. Safe for several threads.</summary>
/// <param name="records">What happened.</param>
/// <param name="clock">What time it is.</param>
public sealed class HappeningQuery(IRecordStore records, TimeProvider clock)
{
    const int DefaultLimit = 100;
    const int MaxLimit = 1_000;
    const int Portion = 2_000;
    const int MostPortions = 100;
    const long DefaultSpan = 3_600_000;

    /// <summary>Happenings that fit, newest first.</summary>
    /// <param name="scope">Chooses by labels; all when absent.</param>
    /// <param name="fromMs">Begin, milliseconds since 1970; 0 and negative are relative to now; an hour before the end by default.</param>
    /// <param name="toMs">End, exclusive; now by default.</param>
    /// <param name="kinds">Words for kinds; all when absent.</param>
    /// <param name="maxSeverity">0 … 7: nothing that is less severe than this; all by default.</param>
    /// <param name="limit">The newest so many; 100 by default, 1,000 at most.</param>
    /// <exception cref="QueryException">The request makes no sense.</exception>
    public IReadOnlyList<HappeningRow> Ask(string? scope, long? fromMs, long? toMs, IReadOnlyCollection<string>? kinds, int? maxSeverity, int? limit)
    {
        var chosen = Scope.Parse(scope);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var to = toMs is null ? now + 1 : Moments.Absolute(toMs.Value, now);
        var from = fromMs is null ? to - DefaultSpan : Moments.Absolute(fromMs.Value, now);
        if (from >= to || limit is < 1 or > MaxLimit || maxSeverity is < 0 or > 7)
        {
            throw new QueryException($"from {from} to {to}, limit {limit}, maxSeverity {maxSeverity}; expected a begin before the end, a limit of 1 to {MaxLimit}, a severity of 0 to 7");
        }

        bool Fits(HappeningRecord happening) =>
            (kinds is not { Count: > 0 } || kinds.Contains(happening.Kind)) && happening.Severity <= (maxSeverity ?? 7) && chosen.Matches(happening.Labels);
        return [.. Newest(from, to).Where(Fits).Take(limit ?? DefaultLimit).Select(HappeningRows.Of)];
    }

    // Portion by portion, so that few are read when many fit; those of one moment may lie in two portions.
    IEnumerable<HappeningRecord> Newest(long from, long to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var portion = 0; portion < MostPortions && from < to; portion++)
        {
            var happenings = records.ReadHappenings(from, to, Portion);
            foreach (var happening in happenings.Where(h => seen.Add(h.Id)))
            {
                yield return happening;
            }

            if (happenings.Count < Portion)
            {
                yield break;
            }

            to = Math.Min(happenings[^1].Milliseconds + 1, to - 1);
        }
    }
}
