namespace Mesoscope.Clusters.Model;

/// <summary>A framework of the Mesos cluster. Texts are UTF-8, empty when not known, and never changed.</summary>
public sealed record ClusterFramework
{
    /// <summary>Its id, never empty.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Its name, which several may share; the id when it has none.</summary>
    public required byte[] Name { get; init; }

    /// <summary>Whether its scheduler takes offers. One that is not may come back, and its tasks run on meanwhile.</summary>
    public bool IsActive { get; init; }

    /// <summary>The user that its tasks run as, unless they say otherwise.</summary>
    public byte[] User { get; init; } = [];

    /// <summary>Its role; the first when it has several.</summary>
    public byte[] Role { get; init; } = [];

    /// <summary>Where its scheduler runs.</summary>
    public byte[] Hostname { get; init; } = [];

    /// <summary>The address of its web page as it says itself; often that of its API, sometimes no address at all.</summary>
    public byte[] WebUrl { get; init; } = [];

    /// <summary>Whether another one says the same in every respect.</summary>
    internal bool HasSameContent(ClusterFramework other) =>
        IsActive == other.IsActive && Id.AsSpan().SequenceEqual(other.Id) && Name.AsSpan().SequenceEqual(other.Name)
        && User.AsSpan().SequenceEqual(other.User) && Role.AsSpan().SequenceEqual(other.Role)
        && Hostname.AsSpan().SequenceEqual(other.Hostname) && WebUrl.AsSpan().SequenceEqual(other.WebUrl);
}
