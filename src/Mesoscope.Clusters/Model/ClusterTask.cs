using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Model;

/// <summary>A task of a Mesos framework at one moment. Texts are UTF-8 without NUL, empty when not known, and never changed.</summary>
public sealed record ClusterTask
{
    /// <summary>Its id, never empty. Unique within a framework, in practice in the whole cluster.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Its name; without one, the id up to its last dot, or the id.</summary>
    public required byte[] Name { get; init; }

    /// <summary>The framework that started it.</summary>
    public byte[] FrameworkId { get; internal set; } = [];

    /// <summary>The Mesos agent that it runs on.</summary>
    public byte[] AgentId { get; init; } = [];

    /// <summary>The executor that runs it; empty for a command task, whose executor has the task's id.</summary>
    public byte[] ExecutorId { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public TaskState State { get; init; } = TaskState.Unknown;

    /// <summary>Its labels in the order of the document, equal keys included.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>The container that it runs in, from its statuses or its executor; of nested containers the innermost.</summary>
    public byte[] ContainerId { get; init; } = [];

    /// <summary>The container around <see cref="ContainerId"/>, which all tasks of the pod share; empty when it is not nested.</summary>
    public byte[] ParentContainerId { get; init; } = [];

    /// <summary>The image of its container.</summary>
    public byte[] Image { get; init; } = [];

    /// <summary>What the health checks that Mesos makes say; null for a task without any, or none of which has ended yet.</summary>
    public bool? IsHealthy { get; init; }

    /// <summary>Whether another task says the same in every respect.</summary>
    internal bool HasSameContent(ClusterTask other) =>
        State == other.State && IsHealthy == other.IsHealthy && Id.AsSpan().SequenceEqual(other.Id) && Name.AsSpan().SequenceEqual(other.Name)
        && FrameworkId.AsSpan().SequenceEqual(other.FrameworkId) && AgentId.AsSpan().SequenceEqual(other.AgentId)
        && ExecutorId.AsSpan().SequenceEqual(other.ExecutorId) && ContainerId.AsSpan().SequenceEqual(other.ContainerId)
        && ParentContainerId.AsSpan().SequenceEqual(other.ParentContainerId) && Image.AsSpan().SequenceEqual(other.Image)
        && Label.AreEqual(Labels, other.Labels);
}
