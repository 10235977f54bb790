using System.Text;

namespace Mesoscope.Server.Query.Grouping;

// Ids of nodes: the levels' values behind each other, so that a thing has the same id whenever the tree is asked for.
static class NodeId
{
    public const string Root = "all";

    // A level whose label is missing.
    const string Missing = "~";

    // Begins the part of a path, which may have the name of an app beside it.
    const char PathPart = '+';

    public static string Of(GroupNode node) =>
        node.Parent is null ? Root : $"{node.Parent.Id}/{(node.Path is null ? "" : PathPart)}{(node.IsMissing ? Missing : Escape(node.Value))}";

    // The parts of an id; null for what is none.
    public static List<(bool IsPath, string Value)>? Parts(string id)
    {
        var texts = id.Split('/');
        if (texts[0] != Root)
        {
            return null;
        }

        var parts = new List<(bool, string)>(texts.Length - 1);
        foreach (var text in texts.Skip(1))
        {
            var isPath = text.StartsWith(PathPart);
            var value = isPath ? text[1..] : text;
            parts.Add((isPath, value == Missing ? "" : Uri.UnescapeDataString(value)));
        }

        return parts;
    }

    static string Escape(string value)
    {
        if (!value.AsSpan().ContainsAny("/%~+"))
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            text.Append(c switch { '/' => "%2F", '%' => "%25", '~' => "%7E", '+' => "%2B", _ => c.ToString() });
        }

        return text.ToString();
    }
}
