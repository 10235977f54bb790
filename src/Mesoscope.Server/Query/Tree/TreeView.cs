using Mesoscope.Server.Query.Grouping;

namespace Mesoscope.Server.Query.Tree;

/// <summary>Which nodes are shown, in which order.</summary>
sealed class TreeView
{
    readonly TreeQuestion _question;
    readonly TreeSums _sums;
    readonly HashSet<GroupNode>? _expanded;
    readonly List<GroupNode> _nodes = [];

    internal TreeView(TreeQuestion question, TreeSums sums)
    {
        _question = question;
        _sums = sums;
        var root = sums.Placement.Tree.Root;
        if (question.Request.Only is { } only)
        {
            var wanted = Find(only);
            _expanded = Above(wanted);
            Walk(root, wanted);
            return;
        }

        _expanded = question.Request.ExpandAll ? null : Find(question.Request.Expanded ?? []);
        _expanded?.Add(root);
        Walk(root, null);
    }

    internal IReadOnlyList<GroupNode> Nodes => _nodes;

    internal bool IsCut { get; private set; }

    internal bool IsExpanded(GroupNode node) => node.Children.Count > 0 && (_expanded is null || _expanded.Contains(node));

    static HashSet<GroupNode> Above(HashSet<GroupNode> nodes)
    {
        var above = new HashSet<GroupNode>();
        foreach (var node in nodes)
        {
            for (var current = node.Parent; current is not null && above.Add(current); current = current.Parent)
            {
            }
        }

        return above;
    }

    HashSet<GroupNode> Find(IReadOnlyList<string> ids)
    {
        var found = new HashSet<GroupNode>();
        foreach (var id in ids)
        {
            if (id is not null && _sums.Placement.Tree.TryFind(id, out var node))
            {
                found.Add(node);
            }
        }

        return found;
    }

    void Walk(GroupNode node, HashSet<GroupNode>? wanted)
    {
        if (wanted is null || wanted.Contains(node))
        {
            if (_nodes.Count == _question.Limit)
            {
                IsCut = true;
                return;
            }

            _nodes.Add(node);
        }

        if (IsExpanded(node))
        {
            foreach (var child in Sorted(node.Children))
            {
                Walk(child, wanted);
                if (IsCut)
                {
                    return;
                }
            }
        }
    }

    GroupNode[] Sorted(IReadOnlyList<GroupNode> children)
    {
        var sorted = children.Select(c => (Node: c, Label: NodeText.Label(_sums.Placement.Tree, c))).ToArray();
        var descending = _question.Request.Sort?.Descending ?? false;
        var column = _question.SortColumn;
        Array.Sort(sorted, (x, y) =>
        {
            var order = column < 0 ? 0 : Sorting.Compare(_sums.Values[x.Node.Index, column], _sums.Values[y.Node.Index, column], descending);
            return order != 0 ? order : CompareLabels(x, y, descending && column < 0);
        });
        return Array.ConvertAll(sorted, static s => s.Node);
    }

    // What has no name comes last; groups come before what lies in them directly.
    static int CompareLabels((GroupNode Node, string Label) x, (GroupNode Node, string Label) y, bool descending)
    {
        var order = x.Node.IsMissing.CompareTo(y.Node.IsMissing);
        order = order != 0 ? order : x.Node.Level.CompareTo(y.Node.Level);
        if (order != 0)
        {
            return order;
        }

        order = string.Compare(x.Label, y.Label, StringComparison.OrdinalIgnoreCase);
        order = order != 0 ? order : string.CompareOrdinal(x.Label, y.Label);
        return descending ? -order : order;
    }
}
