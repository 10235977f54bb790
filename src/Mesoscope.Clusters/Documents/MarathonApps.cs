using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>What a Marathon said of its apps: the answer to <c>/v2/apps?embed=apps.tasks</c> or to <c>/v2/groups</c>, or both in one.</summary>
public sealed class MarathonApps
{
    internal List<MarathonApp> AppList { get; } = [];

    internal List<byte[]> GroupList { get; } = [];

    internal List<KeyValuePair<byte[], MarathonApp>> TaskList { get; } = [];

    internal List<MarathonTask> TaskDetailList { get; } = [];

    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Whether it was read to its end and is such a document; if not, it says nothing.</summary>
    public bool IsUsable { get; internal set; }

    /// <summary>The framework of the Marathon. Only recordings say it; an answer of Marathon does not.</summary>
    public byte[] FrameworkId { get; internal set; } = [];

    /// <summary>The apps, as often as they are listed, without their framework: an answer does not say whose it is.</summary>
    public IReadOnlyList<MarathonApp> Apps => AppList;

    /// <summary>The paths of the groups, the root <c>/</c> among them.</summary>
    public IReadOnlyList<byte[]> GroupIds => GroupList;

    /// <summary>Ids of tasks and the app that each belongs to.</summary>
    public IReadOnlyList<KeyValuePair<byte[], MarathonApp>> Tasks => TaskList;

    /// <summary>What is known of the tasks beside their apps.</summary>
    public IReadOnlyList<MarathonTask> TaskDetails => TaskDetailList;

    /// <summary>Adds a further part of the same document.</summary>
    internal void Append(MarathonApps more)
    {
        AppList.AddRange(more.AppList);
        GroupList.AddRange(more.GroupList);
        TaskList.AddRange(more.TaskList);
        TaskDetailList.AddRange(more.TaskDetailList);
    }
}
