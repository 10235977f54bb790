using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Model;

/// <summary>An app of Marathon. Texts are UTF-8, empty when not known, and never changed.</summary>
public sealed record MarathonApp
{
    /// <summary>Its path, such as <c>/shop/web</c>.</summary>
    public required byte[] Id { get; init; }

    /// <summary>The path of the group that holds it, such as <c>/shop</c>; <c>/</c> at the top.</summary>
    public required byte[] GroupId { get; init; }

    /// <summary>Its labels, sorted by the bytes of the key, each key once.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>Whether the document spoke of labels at all; if not, those that another document told stay.</summary>
    internal bool HasLabels { get; init; }

    /// <summary>The framework of its Marathon.</summary>
    public byte[] FrameworkId { get; init; } = [];

    /// <summary>The version of its definition: a time, as Marathon writes it.</summary>
    public byte[] Version { get; init; } = [];

    /// <summary>The deployments that change it now, separated by commas; empty while there are none.</summary>
    public byte[] DeploymentIds { get; init; } = [];

    /// <summary>The group of an app's or pod's path; null when the path has no slash, so that no group follows from it.</summary>
    public static byte[]? GroupOf(byte[] path)
    {
        var slash = Array.LastIndexOf(path, (byte)'/');
        return slash < 0 ? null : path[..Math.Max(slash, 1)];
    }
}
