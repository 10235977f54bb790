using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Curves;

/// <summary>Answers with curves over time. Safe for several threads.</summary>
/// <param name="source">What there is and was.</param>
/// <param name="metrics">What was measured.</param>
/// <param name="clock">What time it is.</param>
public sealed class SeriesQuery(IEntitySource source, IMetricStore metrics, TimeProvider clock)
{
    // Values of one answer; more would be a download and not a chart.
    const int MaxValues = 4_000_000;

    const int KeptLives = 16;

    // The charts of one page ask about the same lives, one right behind the other.
    readonly ShortCache<(EntityKind Kind, string Scope, long From, long To), LifeSpans> _lives = new(clock, TimeSpan.FromSeconds(1), KeptLives);

    /// <summary>Answers a request.</summary>
    /// <exception cref="QueryException">The request makes no sense.</exception>
    public SeriesAnswer Ask(SeriesRequest request)
    {
        var now = Moments.Now(clock);
        var question = SeriesQuestion.From(request, now, metrics.FinestTier);
        var steps = question.Steps;
        var times = Enumerable.Range(0, steps.Count).Select(steps.End).ToList();
        var lives = new Dictionary<EntityKind, LifeSpans>();
        var segments = new Segments(question.SegmentBy);
        var segmentsOf = new Dictionary<EntityKind, int[]>();
        foreach (var kind in question.Columns.Select(c => question.KindOf(c.Metric)).Distinct())
        {
            lives[kind] = _lives.Get(
                (kind, question.Scope.ToString(), steps.From, Math.Max(steps.To, steps.From + 1)),
                () => new LifeSpans(source.Lived(kind, steps.From, Math.Max(steps.To, steps.From + 1)).Where(e => question.Scope.Matches(e.Labels))));
            segmentsOf[kind] = Array.ConvertAll(lives[kind].Spans, s => segments.IndexOf(s.Labels));
        }

        var shown = Choose(question, lives, segmentsOf, segments);
        if ((long)shown.Count * question.Columns.Length * Math.Max(steps.Count, 1) > MaxValues)
        {
            throw new QueryException($"{shown.Count} segments of {question.Columns.Length} metrics with {steps.Count} steps; ask for fewer segments, fewer metrics or longer steps");
        }

        var folds = Fold(question, lives, segmentsOf, shown, steps, question.Tier, now);
        return new SeriesAnswer(steps.From, Math.Max(steps.To, steps.From), steps.Length, times, Curves(question, segments, shown, folds), segments.Count * question.Columns.Length);
    }

    static List<Series> Curves(SeriesQuestion question, Segments segments, List<int> shown, Fold[] folds)
    {
        var curves = new List<Series>(shown.Count * question.Columns.Length);
        var count = question.Steps.Count;
        for (var s = 0; s < shown.Count; s++)
        {
            var labels = segments.Labels(shown[s]);
            for (var c = 0; c < question.Columns.Length; c++)
            {
                var values = new double?[count];
                for (var i = 0; i < count; i++)
                {
                    values[i] = Answers.OrNull(question.Columns[c].Result(folds[(((s * question.Columns.Length) + c) * count) + i]));
                }

                curves.Add(new Series(question.Columns[c].Metric.Name, labels, values));
            }
        }

        return curves;
    }

    // The segments of the answer, in its order.
    List<int> Choose(SeriesQuestion question, Dictionary<EntityKind, LifeSpans> lives, Dictionary<EntityKind, int[]> segmentsOf, Segments segments)
    {
        var all = Enumerable.Range(0, segments.Count).ToList();
        all.Sort(segments.Compare);
        if (question.Top is { } top && segments.Count > 0)
        {
            var column = question.Columns[top.By];
            var means = Means(question with { Columns = [column with { Time = Samples.Metrics.Aggregation.Average }] }, lives, segmentsOf, all);
            all = [.. all.Order(Comparer<int>.Create((x, y) => Sorting.Compare(means[x], means[y], top.Descending))).Take(top.Count)];
        }

        return [.. all.Skip(question.Offset).Take(question.Limit)];
    }

    // Of each segment the mean over the whole span, from samples as coarse as it allows.
    double[] Means(SeriesQuestion question, Dictionary<EntityKind, LifeSpans> lives, Dictionary<EntityKind, int[]> segmentsOf, List<int> all)
    {
        var whole = new Steps(question.Steps.To, question.Steps.To - question.Steps.From, 1);
        var now = Moments.Now(clock);
        var means = new double[all.Count];
        var folds = Fold(question, lives, segmentsOf, all, whole, question.Tier, now);
        for (var i = 0; i < all.Count; i++)
        {
            means[all[i]] = folds[i].Result(question.Columns[0].Group);
        }

        return means;
    }

    Fold[] Fold(SeriesQuestion question, Dictionary<EntityKind, LifeSpans> lives, Dictionary<EntityKind, int[]> segmentsOf, List<int> shown, Steps steps, Tier tier, long now)
    {
        var folds = new Fold[shown.Count * question.Columns.Length * steps.Count];
        if (folds.Length == 0)
        {
            return folds;
        }

        var place = new Dictionary<int, int>();
        for (var i = 0; i < shown.Count; i++)
        {
            place[shown[i]] = i;
        }

        foreach (var kind in lives.Keys)
        {
            var spans = lives[kind];
            var segmentOfSpan = Array.ConvertAll(segmentsOf[kind], s => place.GetValueOrDefault(s, -1));
            CountLives(question, kind, spans, segmentOfSpan, folds, steps, now);
            var table = new MetricTable(question.Columns, kind, c => question.KindOf(c.Metric) == kind);
            var ids = EntityIds.From(spans.Spans.Where((_, i) => segmentOfSpan[i] >= 0).Select(static s => s.Id));
            if (table.Numbers.Count > 0 && ids.Count > 0)
            {
                using var visitor = new CurveVisitor(spans, table, question.Columns, steps, segmentOfSpan, folds);
                metrics.Read(new SampleRead(ids, table.Numbers, steps.From, steps.To, tier), visitor);
                visitor.Finish();
            }
        }

        return folds;
    }

    static void CountLives(SeriesQuestion question, EntityKind kind, LifeSpans spans, int[] segmentOfSpan, Fold[] folds, Steps steps, long now)
    {
        for (var c = 0; c < question.Columns.Length; c++)
        {
            if (!question.Columns[c].Counts(kind))
            {
                continue;
            }

            for (var i = 0; i < segmentOfSpan.Length; i++)
            {
                for (var step = 0; step < steps.Count && segmentOfSpan[i] >= 0; step++)
                {
                    if (CatalogSource.LivesAt(spans.Spans[i], Math.Min(steps.End(step), now) - 1))
                    {
                        folds[(((segmentOfSpan[i] * question.Columns.Length) + c) * steps.Count) + step].Add(1);
                    }
                }
            }
        }
    }
}
