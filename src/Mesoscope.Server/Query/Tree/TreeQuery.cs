using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Tree;

/// <summary>Answers with the tree of any grouping at a moment. Safe for several threads.</summary>
public sealed class TreeQuery
{
    const int KeptPlacements = 16;
    const int KeptSums = 64;

    readonly MomentSource _source;
    readonly SparkReader _sparks;
    readonly ShortCache<(string Labels, string Scope, long Facts, int Report), Placement> _placements;
    readonly ShortCache<(Placement Placement, TroubleReport Report, long At, long Range, string Columns), TreeSums> _sums;

    /// <summary>Makes one.</summary>
    /// <param name="source">What it asks.</param>
    public TreeQuery(MomentSource source)
    {
        _source = source;
        _sparks = new SparkReader(source);
        _placements = new(source.Clock, TimeSpan.FromMinutes(1), KeptPlacements);
        _sums = new(source.Clock, TimeSpan.FromSeconds(2), KeptSums);
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="QueryException">The request makes no sense.</exception>
    public TreeAnswer Ask(TreeRequest request)
    {
        var question = TreeQuestion.From(request, Moments.Now(_source.Clock));
        var report = _source.Troubles.At(question.At);
        var sums = Sums(question, report);
        var tree = sums.Placement.Tree;
        var view = new TreeView(question, sums);
        var curves = _sparks.Read(question, sums.Placement, view.Nodes);
        var nodes = new List<TreeNode>(view.Nodes.Count);
        foreach (var node in view.Nodes)
        {
            nodes.Add(Show(question, sums, view, node, curves[nodes.Count]));
        }

        return new TreeAnswer(
            question.At,
            question.At - question.Range,
            [.. question.Columns.Select(static c => c.ToAnswer())],
            nodes,
            tree.Nodes.Count,
            view.IsCut,
            report.Agents,
            sums.Placement.HasCluster);
    }

    static TreeNode Show(TreeQuestion question, TreeSums sums, TreeView view, GroupNode node, IReadOnlyList<IReadOnlyList<double?>>? curves)
    {
        var tree = sums.Placement.Tree;
        var values = new double?[question.Columns.Length];
        for (var c = 0; c < values.Length; c++)
        {
            values[c] = Answers.OrNull(sums.Values[node.Index, c]);
        }

        return new TreeNode(
            node.Id,
            node.Parent?.Id,
            node.Depth,
            node.Level < 0 ? null : question.Levels.Labels[node.Level],
            NodeText.Label(tree, node),
            node.Path,
            NodeText.Scope(tree, node, question.Scope).ToString(),
            node.Children.Count,
            view.IsExpanded(node),
            sums.Placement.Hosts[node.Index],
            sums.Placement.Containers[node.Index],
            sums.Placement.IsAlive[node.Index],
            values,
            curves,
            sums.Health.Of(node));
    }

    TreeSums Sums(TreeQuestion question, TroubleReport report)
    {
        var facts = MomentFacts.Read(_source.Entities, question.Levels.Kind, question.At);
        Placement Make() => Placement.Make(question.Levels, question.Scope, facts, report);
        var placement = facts.Stamp == 0
            ? Make()
            : _placements.Get((string.Join('\n', question.Levels.Labels), question.Scope.ToString(), facts.Stamp, report.Stamp), Make);
        var columns = string.Join(',', question.Columns.Select(static c => $"{c.Metric.Number}.{c.Time}.{c.Group}"));
        return _sums.Get((placement, report, question.At, question.Range, columns), () =>
        {
            using var values = _source.Reader.Read(placement.CarrierIds, question.Levels.Kind, question.Columns, question.At, question.Range);
            return new TreeSums(placement, NodeValues.Sum(placement, question.Columns, values), new NodeHealth(placement, report));
        });
    }
}
