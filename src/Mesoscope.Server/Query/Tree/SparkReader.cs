using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Tree;

/// <summary>Makes the small curves of nodes in sight.</summary>
sealed class SparkReader(MomentSource source)
{
    // Of all curves together; nodes further down get none.
    const int MaxPoints = 2_000_000;
    const long ShortestStep = 10_000;
    const int KeptLives = 16;

    // So many are worth a processor more, as long as each can have folds of its own.
    const int ManyEntities = 2_000;
    const int FewFolds = 100_000;

    static readonly EntityKind[] s_counted = [EntityKind.Host, EntityKind.Container];

    // Curves end at whole steps: within one everybody asks about the same lives.
    readonly ShortCache<(EntityKind Kind, string Scope, long From, long To), LifeSpans> _lives = new(source.Clock, TimeSpan.FromMilliseconds(ShortestStep), KeptLives);

    internal IReadOnlyList<IReadOnlyList<double?>>?[] Read(TreeQuestion question, Placement placement, IReadOnlyList<GroupNode> nodes)
    {
        var curves = new IReadOnlyList<IReadOnlyList<double?>>?[nodes.Count];
        var count = Math.Min(nodes.Count, MaxPoints / Math.Max(1, question.Columns.Length * question.SparkPoints));
        if (question.SparkPoints == 0 || question.Columns.Length == 0 || count == 0)
        {
            return curves;
        }

        var length = Steps.CeilingTo(Math.Max(question.SparkRange / question.SparkPoints, ShortestStep), ShortestStep);
        var last = Steps.FloorTo(question.At, length);
        var steps = new Steps(last - ((question.SparkPoints - 1) * length), length, question.SparkPoints);
        var sight = new Sight(placement, [.. nodes.Take(count)]);
        var folds = new Fold[count * question.Columns.Length * steps.Count];
        ReadSamples(question, sight, steps, folds);
        CountLives(question, sight, steps, folds);
        sight.SumUp(folds);
        for (var i = 0; i < count; i++)
        {
            curves[i] = Curves(question, folds, i, steps.Count);
        }

        return curves;
    }

    static double?[][] Curves(TreeQuestion question, Fold[] folds, int curve, int steps)
    {
        var curves = new double?[question.Columns.Length][];
        for (var c = 0; c < curves.Length; c++)
        {
            var first = ((curve * curves.Length) + c) * steps;
            curves[c] = new double?[steps];
            for (var s = 0; s < steps; s++)
            {
                curves[c][s] = Answers.OrNull(question.Columns[c].Result(folds[first + s]));
            }
        }

        return curves;
    }

    LifeSpans SpansOf(TreeQuestion question, EntityKind kind, Steps steps) => _lives.Get(
        (kind, question.Scope.ToString(), steps.From, steps.To),
        () => new(source.Entities.Lived(kind, steps.From, steps.To).Where(e => question.Scope.Matches(e.Labels))));

    void ReadSamples(TreeQuestion question, Sight sight, Steps steps, Fold[] folds)
    {
        var kind = question.Levels.Kind;
        var table = new MetricTable(question.Columns, kind);
        if (table.Numbers.Count == 0)
        {
            return;
        }

        var spans = SpansOf(question, kind, steps);
        var curves = sight.CurvesOf(spans, kind);
        var seen = Array.TrueForAll(curves, static c => c >= 0) ? spans.Ids : EntityIds.From(spans.Spans.Where((_, i) => curves[i] >= 0).Select(static s => s.Id));
        var tier = Tiers.Dividing(steps.Length, source.Metrics.FinestTier(steps.From));
        if (seen.Count < ManyEntities || folds.Length > FewFolds)
        {
            Read(seen, folds);
            return;
        }

        Parallel.For(0, Environment.ProcessorCount, part =>
        {
            var own = new Fold[folds.Length];
            Read(seen.Part(part, Environment.ProcessorCount), own);
            lock (folds)
            {
                for (var i = 0; i < own.Length; i++)
                {
                    folds[i].Add(own[i]);
                }
            }
        });

        void Read(EntityIds entities, Fold[] target)
        {
            using var visitor = new CurveVisitor(spans, table, question.Columns, steps, curves, target);
            source.Metrics.Read(new SampleRead(entities, table.Numbers, steps.From, steps.To, tier), visitor);
            visitor.Finish();
        }
    }

    void CountLives(TreeQuestion question, Sight sight, Steps steps, Fold[] folds)
    {
        foreach (var kind in s_counted)
        {
            for (var c = 0; c < question.Columns.Length; c++)
            {
                if (question.Columns[c].Counts(kind))
                {
                    CountLives(SpansOf(question, kind, steps), kind, c);
                }
            }
        }

        void CountLives(LifeSpans spans, EntityKind kind, int column)
        {
            var curves = sight.CurvesOf(spans, kind);
            for (var i = 0; i < curves.Length; i++)
            {
                for (var step = 0; step < steps.Count && curves[i] >= 0; step++)
                {
                    if (CatalogSource.LivesAt(spans.Spans[i], steps.End(step) - 1))
                    {
                        folds[(((curves[i] * question.Columns.Length) + column) * steps.Count) + step].Add(1);
                    }
                }
            }
        }
    }
}
