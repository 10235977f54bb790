using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Troubles;

namespace Mesoscope.Server.Query.Tree;

// What is wrong in each node: its own troubles and those of everything below.
sealed class NodeHealth
{
    const int MaxMarks = 10;

    readonly Dictionary<GroupNode, List<(Trouble Trouble, GroupNode Node)>> _troubles = [];

    readonly GroupTree _tree;

    public NodeHealth(Placement placement, TroubleReport report)
    {
        _tree = placement.Tree;
        for (var i = 0; i < report.Troubles.Count; i++)
        {
            foreach (var deepest in placement.TroubleNodes[i])
            {
                for (var node = deepest; node is not null && TryAdd(node, report.Troubles[i], deepest); node = node.Parent)
                {
                }
            }
        }
    }

    public Health Of(GroupNode node)
    {
        if (!_troubles.TryGetValue(node, out var troubles))
        {
            return Health.Good;
        }

        var marks = troubles
            .OrderBy(static t => TroubleKind.Rank(t.Trouble.Kind))
            .ThenByDescending(static t => t.Trouble.Milliseconds)
            .ThenBy(static t => t.Trouble.Text, StringComparer.Ordinal)
            .Take(MaxMarks)
            .Select(t => t.Trouble.ToMark(t.Node.Id, NodeText.Path(_tree, t.Node)))
            .ToList();
        return new Health(TroubleKind.Level(marks[0].Kind), troubles.Sum(static t => t.Trouble.Restarts), marks);
    }

    // False when the trouble is known there, and so above it too: one trouble may concern many things of a group.
    bool TryAdd(GroupNode node, Trouble trouble, GroupNode deepest)
    {
        if (!_troubles.TryGetValue(node, out var troubles))
        {
            _troubles.Add(node, troubles = []);
        }

        if (troubles.Count > 0 && ReferenceEquals(troubles[^1].Trouble, trouble))
        {
            return false;
        }

        troubles.Add((trouble, deepest));
        return true;
    }
}
