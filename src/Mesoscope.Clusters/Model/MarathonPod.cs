using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Model;

/// <summary>A pod of Marathon: several tasks that share one outer container. Texts are UTF-8, empty when not known, and never changed.</summary>
public sealed record MarathonPod
{
    /// <summary>Its path, such as <c>/shop/pod</c>.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Its labels, sorted by the bytes of the key, each key once.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>The framework of its Marathon.</summary>
    public byte[] FrameworkId { get; init; } = [];

    /// <summary>The version of its definition.</summary>
    public byte[] Version { get; init; } = [];
}
