using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Tree;

/// <summary>Answers with the tree of any grouping at a moment. Safe for several threads.</summary>
public sealed class TreeQuery
{
    const int KeptPlacements = 16;
    const int KeptSums = 64;

    readonly IEntitySource _source;
    readonly TimeProvider _clock;
    readonly MomentReader _reader;
    readonly SparkReader _sparks;
    readonly TroubleReports _reports;
    readonly ShortCache<(string Labels, string Scope, long Facts, int Report), Placement> _placements;
    readonly ShortCache<(Placement Placement, TroubleReport Report, long At, long Range, string Columns), TreeSums> _sums;

    /// <summary>Makes one over the stores.</summary>
    /// <param name="source">What there is and was.</param>
    /// <param name="metrics">What was measured.</param>
    /// <param name="records">What happened.</param>
    /// <param name="clock">What time it is.</param>
    public TreeQuery(IEntitySource source, IMetricStore metrics, IRecordStore records, TimeProvider clock)
    {
        _source = source;
        _clock = clock;
        _reader = new MomentReader(metrics, clock);
        _sparks = new SparkReader(source, metrics);
        _reports = new TroubleReports(source, records, _reader, clock);
        _placements = new(clock, TimeSpan.FromMinutes(1), KeptPlacements);
        _sums = new(clock, TimeSpan.FromSeconds(2), KeptSums);
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="QueryException">The request makes no sense.</exception>
    public TreeAnswer Ask(TreeRequest request)
    {
        var now = Moments.Now(_clock);
        var question = TreeQuestion.From(request, now);
        var sums = Sums(question);
        var tree = sums.Placement.Tree;
        var view = new TreeView(question, sums);
        var curves = _sparks.Read(question, tree, view.Nodes);
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
            Agents(question.At, now),
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

    TreeSums Sums(TreeQuestion question)
    {
        var report = _reports.At(question.At);
        var facts = MomentFacts.Read(_source, question.Levels.Kind, question.At);
        Placement Make() => Placement.Make(question.Levels, question.Scope, facts, report);
        var placement = facts.Stamp == 0
            ? Make()
            : _placements.Get((string.Join('\n', question.Levels.Labels), question.Scope.ToString(), facts.Stamp, report.Stamp), Make);
        var columns = string.Join(',', question.Columns.Select(static c => $"{c.Metric.Number}.{c.Time}.{c.Group}"));
        return _sums.Get((placement, report, question.At, question.Range, columns), () => new TreeSums(
            placement,
            NodeValues.Sum(placement, question.Columns, _reader.Read(placement.Carriers, question.Levels.Kind, question.Columns, question.At, question.Range)),
            new NodeHealth(placement, report)));
    }

    AgentCount Agents(long at, long now)
    {
        var agents = _source.Agents;
        return at == now
            ? new AgentCount(agents.Count, agents.Count(static a => a.IsStale))
            : new AgentCount(_source.Alive(Samples.Messages.EntityKind.Host, at).Entities.Count, 0);
    }
}
