using Mesoscope.Samples.Labels;
using Mesoscope.Server.Query.Scopes;

namespace Mesoscope.Server.Query.Grouping;

// What a node is called and what chooses its entities.
static class NodeText
{
    public static string Label(GroupTree tree, GroupNode node)
    {
        if (node.Parent is null)
        {
            return NodeId.Root;
        }

        if (node.IsMissing)
        {
            return ScopeCheck.Missing;
        }

        // An app's id repeats the path of its group, which is to be seen above it.
        return tree.Levels.Labels[node.Level] == LabelNames.AppName && GroupAbove(node) is { } group && node.Value.StartsWith(group + "/", StringComparison.Ordinal)
            ? node.Value[(group.Length + 1)..]
            : node.Value;
    }

    // What a node and those above it are called, from the top, without the root.
    public static string[] Path(GroupTree tree, GroupNode node)
    {
        var labels = new string[node.Depth];
        for (var current = node; current.Parent is not null; current = current.Parent)
        {
            labels[current.Depth - 1] = Label(tree, current);
        }

        return labels;
    }

    public static Scope Scope(GroupTree tree, GroupNode node, Scope scope)
    {
        var checks = new List<ScopeCheck>();
        for (var current = node; current.Parent is not null; current = current.Parent)
        {
            // The innermost part of a path holds all others.
            if (current.Path is null || checks.Count == 0 || checks[^1].Label != tree.Levels.Labels[current.Level])
            {
                checks.Add(Check(tree.Levels.Labels[current.Level], current));
            }
        }

        checks.Reverse();
        return scope.And(checks);
    }

    static ScopeCheck Check(string label, GroupNode node) => node.Path is null
        ? new ScopeCheck(label, ScopeOperator.Is, [node.IsMissing ? ScopeCheck.Missing : node.Value])
        : node.Path == "/"
            ? new ScopeCheck(label, ScopeOperator.Is, ["/"])
            : new ScopeCheck(label, ScopeOperator.StartsWith, [node.Path + "/"]);

    static string? GroupAbove(GroupNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            if (current.Path is not null)
            {
                return current.Path == "/" ? "" : current.Path;
            }
        }

        return null;
    }
}
