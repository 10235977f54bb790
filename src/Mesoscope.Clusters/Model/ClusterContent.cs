using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Model;

/// <summary>What <see cref="ClusterNames"/> is made of; handed over, not copied, so nobody may change it afterwards.</summary>
sealed class ClusterContent
{
    public long Version { get; init; }

    public IReadOnlyCollection<ClusterTask> Tasks { get; init; } = [];

    public Dictionary<byte[], ClusterFramework> Frameworks { get; init; } = Table<ClusterFramework>();

    public Dictionary<byte[], ClusterAgent> Agents { get; init; } = Table<ClusterAgent>();

    public Dictionary<byte[], MarathonApp> AppsByTask { get; init; } = Table<MarathonApp>();

    public Dictionary<byte[], MarathonTask> TaskDetails { get; init; } = Table<MarathonTask>();

    public Dictionary<byte[], MarathonPod> PodsByTask { get; init; } = Table<MarathonPod>();

    public IReadOnlyCollection<MarathonApp> Apps { get; init; } = [];

    public IReadOnlyCollection<MarathonPod> Pods { get; init; } = [];

    public IReadOnlyCollection<MarathonGroup> Groups { get; init; } = [];

    public static Dictionary<byte[], T> Table<T>() => new(ByteTextComparer.Instance);
}
