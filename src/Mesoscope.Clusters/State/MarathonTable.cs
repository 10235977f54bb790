using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.State;

/// <summary>The apps, pods and groups of one Marathon. Each document replaces the one of its kind as a whole.</summary>
sealed class MarathonTable(byte[] frameworkId)
{
    Dictionary<byte[], MarathonApp> _apps = ClusterContent.Table<MarathonApp>();

    /// <summary>The apps of both kinds of documents.</summary>
    public IReadOnlyCollection<MarathonApp> Apps => _apps.Values;

    /// <summary>The groups.</summary>
    public IReadOnlyList<MarathonGroup> Groups { get; private set; } = [];

    /// <summary>The pods.</summary>
    public IReadOnlyList<MarathonPod> Pods { get; private set; } = [];

    /// <summary>Ids of tasks and the app that each belongs to.</summary>
    public Dictionary<byte[], MarathonApp> AppsByTask { get; private set; } = ClusterContent.Table<MarathonApp>();

    /// <summary>Ids of tasks and what else is known of them.</summary>
    public Dictionary<byte[], MarathonTask> TaskDetails { get; private set; } = ClusterContent.Table<MarathonTask>();

    /// <summary>Ids of tasks and the pod that each belongs to.</summary>
    public Dictionary<byte[], MarathonPod> PodsByTask { get; private set; } = ClusterContent.Table<MarathonPod>();

    /// <summary>Takes the tree of groups. The group of an app follows from its path, so only the apps matter, for the labels that a list of apps may lack.</summary>
    public void TakeGroups(MarathonApps groups)
    {
        Groups = [.. groups.GroupIds.Distinct(ByteTextComparer.Instance).Select(id => new MarathonGroup(id, frameworkId))];
        _apps = Own(groups.Apps);
        Link(groups.Tasks);
        Add(groups.TaskDetails);
    }

    /// <summary>Takes the list of apps with their tasks.</summary>
    /// <param name="apps">The document.</param>
    /// <param name="isKnown">Whether a task may be linked; null for all.</param>
    public void TakeApps(MarathonApps apps, Predicate<byte[]>? isKnown)
    {
        foreach (var (id, app) in Own(apps.Apps))
        {
            _apps[id] = app;
        }

        AppsByTask = ClusterContent.Table<MarathonApp>();
        Link(isKnown is null ? apps.Tasks : apps.Tasks.Where(pair => isKnown(pair.Key)));
        TaskDetails = ClusterContent.Table<MarathonTask>();
        Add(apps.TaskDetails);
    }

    /// <summary>Links one task to its app, which is made up when no document told of it yet.</summary>
    /// <returns>False when the app's id is no path.</returns>
    public bool TakeTask(byte[] taskId, byte[] appId)
    {
        if (MarathonApp.GroupOf(appId) is not { } group)
        {
            return false;
        }

        if (!_apps.TryGetValue(appId, out var app))
        {
            _apps.Add(appId, app = new MarathonApp { Id = appId, GroupId = group, FrameworkId = frameworkId });
        }

        AppsByTask[taskId] = app;
        return true;
    }

    /// <summary>Takes the pods.</summary>
    public void TakePods(MarathonPods pods)
    {
        var own = new Dictionary<byte[], MarathonPod>(pods.Pods.Count, ByteTextComparer.Instance);
        foreach (var pod in pods.Pods)
        {
            own[pod.Id] = pod with { FrameworkId = frameworkId };
        }

        Pods = [.. own.Values];
        PodsByTask = ClusterContent.Table<MarathonPod>();
        foreach (var (task, pod) in pods.Tasks)
        {
            PodsByTask[task] = own[pod.Id];
        }
    }

    Dictionary<byte[], MarathonApp> Own(IReadOnlyList<MarathonApp> apps)
    {
        var own = new Dictionary<byte[], MarathonApp>(apps.Count, ByteTextComparer.Instance);
        foreach (var app in apps)
        {
            var labels = app.HasLabels ? app.Labels : _apps.GetValueOrDefault(app.Id)?.Labels ?? [];
            own[app.Id] = app with { FrameworkId = frameworkId, Labels = labels };
        }

        return own;
    }

    void Add(IReadOnlyList<MarathonTask> tasks)
    {
        foreach (var task in tasks)
        {
            TaskDetails[task.Id] = task;
        }
    }

    void Link(IEnumerable<KeyValuePair<byte[], MarathonApp>> tasks)
    {
        foreach (var (task, app) in tasks)
        {
            AppsByTask[task] = _apps[app.Id];
        }
    }
}
