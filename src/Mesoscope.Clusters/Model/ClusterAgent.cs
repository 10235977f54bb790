namespace Mesoscope.Clusters.Model;

/// <summary>A Mesos agent. Texts are UTF-8, empty when not known, and never changed.</summary>
public sealed record ClusterAgent
{
    /// <summary>Its id, never empty.</summary>
    public required byte[] Id { get; init; }

    /// <summary>The name of its machine; the id when it has none.</summary>
    public required byte[] Hostname { get; init; }

    /// <summary>Whether the master hears from it.</summary>
    public bool IsActive { get; init; }

    /// <summary>Its address as Mesos writes it, such as <c>slave(1)@10.0.1.7:5051</c>.</summary>
    public byte[] Address { get; init; } = [];

    /// <summary>Whether another one says the same in every respect.</summary>
    internal bool HasSameContent(ClusterAgent other) =>
        IsActive == other.IsActive && Id.AsSpan().SequenceEqual(other.Id) && Hostname.AsSpan().SequenceEqual(other.Hostname)
        && Address.AsSpan().SequenceEqual(other.Address);
}
