using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Live;

// Whether a tree differs from the one before in more than numbers.
static class TreeChange
{
    public static bool IsOnlyValues(TreeAnswer before, TreeAnswer after)
    {
        if (before.Nodes.Count != after.Nodes.Count || before.TotalNodes != after.TotalNodes || before.HasCluster != after.HasCluster || before.Agents != after.Agents)
        {
            return false;
        }

        for (var i = 0; i < after.Nodes.Count; i++)
        {
            if (!IsSame(before.Nodes[i], after.Nodes[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static LiveValues ValuesOf(TreeAnswer tree)
    {
        var values = new double?[tree.Columns.Count][];
        for (var c = 0; c < values.Length; c++)
        {
            values[c] = new double?[tree.Nodes.Count];
            for (var n = 0; n < tree.Nodes.Count; n++)
            {
                values[c][n] = tree.Nodes[n].Values[c];
            }
        }

        return new LiveValues(tree.AtMs, tree.FromMs, values);
    }

    static bool IsSame(TreeNode x, TreeNode y) =>
        x.Id == y.Id && x.ChildCount == y.ChildCount && x.IsExpanded == y.IsExpanded && x.HostCount == y.HostCount
            && x.ContainerCount == y.ContainerCount && x.IsAlive == y.IsAlive && x.Sparks is null && y.Sparks is null && IsSame(x.Health, y.Health);

    static bool IsSame(Health x, Health y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        if (x.Level != y.Level || x.Restarts != y.Restarts || x.Marks.Count != y.Marks.Count)
        {
            return false;
        }

        for (var i = 0; i < x.Marks.Count; i++)
        {
            var (a, b) = (x.Marks[i], y.Marks[i]);
            if (a.Kind != b.Kind || a.Count != b.Count || a.Node != b.Node || a.Happening != b.Happening || a.Text != b.Text)
            {
                return false;
            }
        }

        return true;
    }
}
