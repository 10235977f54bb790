using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>What a Marathon said of its pods: the answer to <c>/v2/pods/::status</c>.</summary>
public sealed class MarathonPods
{
    internal List<MarathonPod> PodList { get; } = [];

    internal List<KeyValuePair<byte[], MarathonPod>> TaskList { get; } = [];

    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Whether it was read to its end and is such a document; if not, it says nothing.</summary>
    public bool IsUsable { get; internal set; }

    /// <summary>The framework of the Marathon. Only recordings say it; an answer of Marathon does not.</summary>
    public byte[] FrameworkId { get; internal set; } = [];

    /// <summary>The pods.</summary>
    public IReadOnlyList<MarathonPod> Pods => PodList;

    /// <summary>Ids of tasks and the pod that each belongs to.</summary>
    public IReadOnlyList<KeyValuePair<byte[], MarathonPod>> Tasks => TaskList;

    /// <summary>Adds a further part of the same document.</summary>
    internal void Append(MarathonPods more)
    {
        PodList.AddRange(more.PodList);
        TaskList.AddRange(more.TaskList);
    }
}
