namespace Mesoscope.Server.Query.Grouping;

// One line of a tree while it is built. Value is empty where the label is missing; of a path it is one part.
sealed class GroupNode(int index, GroupNode? parent, int level, string value, string? path)
{
    static readonly List<GroupNode> s_none = [];

    List<GroupNode>? _children;
    string? _id;

    public int Index { get; } = index;

    public GroupNode? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    // Index of the label; -1 for the root.
    public int Level { get; } = level;

    public string Value { get; } = value;

    // Of a part of a path: the path up to it.
    public string? Path { get; } = path;

    public IReadOnlyList<GroupNode> Children => _children ?? s_none;

    public string Id => _id ??= NodeId.Of(this);

    public bool IsMissing => Value.Length == 0 && Parent is not null;

    public void Add(GroupNode child) => (_children ??= []).Add(child);
}
