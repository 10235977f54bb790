using System.Diagnostics.CodeAnalysis;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Scopes;

namespace Mesoscope.Server.Query.Grouping;

/// <summary>Nodes of a grouping, made as things are placed in it. A node's index is larger than its parent's.</summary>
sealed class GroupTree
{
    // A path deeper than this keeps the rest in its last part.
    const int MaxPathParts = 32;

    readonly List<GroupNode> _nodes = [];
    readonly Dictionary<(int Parent, int Level, string Value), GroupNode> _byValue = [];
    readonly Dictionary<(int Parent, string Path), GroupNode> _byPath = [];

    internal GroupTree(Levels levels)
    {
        Levels = levels;
        Root = new GroupNode(0, null, -1, "", null);
        _nodes.Add(Root);
    }

    internal Levels Levels { get; }

    internal GroupNode Root { get; }

    internal IReadOnlyList<GroupNode> Nodes => _nodes;

    /// <summary>The node of something with these labels, made when it is not there.</summary>
    /// <param name="labels">Its names.</param>
    /// <param name="levels">So many levels count, from the outermost on.</param>
    internal GroupNode Place(LabelSet labels, int levels)
    {
        var node = Root;
        for (var level = 0; level < levels; level++)
        {
            var value = ScopeCheck.ValueOf(labels, Levels.Labels[level]) ?? "";
            node = Levels.IsPath(level) && value.Length > 0 ? PlacePath(node, level, value) : Child(node, level, value, null);
        }

        return node;
    }

    /// <summary>The deepest node that is there for something with these labels.</summary>
    internal GroupNode Find(LabelSet labels, int levels)
    {
        var node = Root;
        for (var level = 0; level < levels; level++)
        {
            var value = ScopeCheck.ValueOf(labels, Levels.Labels[level]) ?? "";
            if (Levels.IsPath(level) && value.Length > 0)
            {
                foreach (var part in PathParts(value))
                {
                    if (!_byValue.TryGetValue((node.Index, PathLevel(level), part), out var inner))
                    {
                        return node;
                    }

                    node = inner;
                }
            }
            else if (_byValue.TryGetValue((node.Index, level, value), out var next))
            {
                node = next;
            }
            else
            {
                return node;
            }
        }

        return node;
    }

    /// <summary>The node of an id; false when it is not there.</summary>
    internal bool TryFind(string id, [NotNullWhen(true)] out GroupNode? node)
    {
        node = null;
        if (NodeId.Parts(id) is not { } parts)
        {
            return false;
        }

        var current = Root;
        foreach (var (isPath, value) in parts)
        {
            var level = isPath && current.Path is not null ? current.Level : current.Level + 1;
            if (!_byValue.TryGetValue((current.Index, isPath ? PathLevel(level) : level, value), out var next))
            {
                return false;
            }

            current = next;
        }

        node = current;
        return true;
    }

    // The root group has no parts; it is one of its own.
    static string[] PathParts(string path)
    {
        var parts = path.Split('/', MaxPathParts, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? ["/"] : parts;
    }

    // Parts of a path have keys of their own: a group may be called as an app beside it.
    static int PathLevel(int level) => -2 - level;

    GroupNode PlacePath(GroupNode parent, int level, string path)
    {
        if (_byPath.TryGetValue((parent.Index, path), out var node))
        {
            return node;
        }

        node = parent;
        var whole = "";
        foreach (var part in PathParts(path))
        {
            whole = part == "/" ? part : $"{whole}/{part}";
            node = Child(node, level, part, whole);
        }

        _byPath.Add((parent.Index, path), node);
        return node;
    }

    GroupNode Child(GroupNode parent, int level, string value, string? path)
    {
        var key = (parent.Index, path is null ? level : PathLevel(level), value);
        if (!_byValue.TryGetValue(key, out var node))
        {
            node = new GroupNode(_nodes.Count, parent, level, value, path);
            _nodes.Add(node);
            _byValue.Add(key, node);
            parent.Add(node);
        }

        return node;
    }
}
