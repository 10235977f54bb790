using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Tree;

/// <summary>Makes the small curves of nodes in sight.</summary>
sealed class SparkReader(IEntitySource source, IMetricStore metrics)
{
    // Of all curves together; nodes further down get none.
    const int MaxPoints = 2_000_000;
    const long ShortestStep = 10_000;

    internal IReadOnlyList<IReadOnlyList<double?>>?[] Read(TreeQuestion question, GroupTree tree, IReadOnlyList<GroupNode> nodes)
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
        var curveOfNode = new int[tree.Nodes.Count];
        Array.Fill(curveOfNode, -1);
        for (var i = 0; i < count; i++)
        {
            curveOfNode[nodes[i].Index] = i;
        }

        var folds = new Fold[count * question.Columns.Length * steps.Count];
        ReadSamples(question, tree, steps, curveOfNode, folds);
        CountLives(question, tree, steps, curveOfNode, folds);
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

    static GroupNode[] NodesOf(LifeSpans spans, TreeQuestion question, GroupTree tree, EntityKind kind)
    {
        var depth = question.Levels.CountFor(kind);
        return Array.ConvertAll(spans.Spans, s => tree.Find(s.Labels, depth));
    }

    LifeSpans SpansOf(TreeQuestion question, EntityKind kind, Steps steps) =>
        new(source.Lived(kind, steps.From, steps.To).Where(e => question.Scope.Matches(e.Labels)));

    void ReadSamples(TreeQuestion question, GroupTree tree, Steps steps, int[] curveOfNode, Fold[] folds)
    {
        var kind = question.Levels.Kind;
        var table = new MetricTable(question.Columns, kind);
        if (table.Numbers.Count == 0)
        {
            return;
        }

        var spans = SpansOf(question, kind, steps);
        var visitor = new SparkVisitor(spans, table, question.Columns, steps, NodesOf(spans, question, tree, kind), curveOfNode, folds);
        var tier = Tiers.Dividing(steps.Length, metrics.FinestTier(steps.From));
        metrics.Read(new SampleRead(spans.Ids, table.Numbers, steps.From, steps.To, tier), visitor);
        visitor.Finish();
    }

    void CountLives(TreeQuestion question, GroupTree tree, Steps steps, int[] curveOfNode, Fold[] folds)
    {
        foreach (var kind in (EntityKind[])[EntityKind.Host, EntityKind.Container])
        {
            for (var c = 0; c < question.Columns.Length; c++)
            {
                if (question.Columns[c].Counts(kind))
                {
                    CountLives(c, SpansOf(question, kind, steps));
                }
            }

            void CountLives(int column, LifeSpans spans)
            {
                var nodes = NodesOf(spans, question, tree, kind);
                for (var i = 0; i < nodes.Length; i++)
                {
                    for (var step = 0; step < steps.Count; step++)
                    {
                        if (CatalogSource.LivesAt(spans.Spans[i], steps.End(step) - 1))
                        {
                            Add(nodes[i], column, step);
                        }
                    }
                }
            }
        }

        void Add(GroupNode deepest, int column, int step)
        {
            for (var node = deepest; node is not null; node = node.Parent)
            {
                var curve = curveOfNode[node.Index];
                if (curve >= 0)
                {
                    folds[(((curve * question.Columns.Length) + column) * steps.Count) + step].Add(1);
                }
            }
        }
    }
}
