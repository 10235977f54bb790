using System.Text;
using Mesoscope.Agent.Masters;
using Mesoscope.Agent.Naming;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using DeploymentEvent = Mesoscope.Clusters.Marathons.MarathonEvent;

namespace Mesoscope.Agent.Happenings;

/// <summary>Tells of tasks that change their state and of Marathon's deployments.</summary>
/// <param name="list">Where to tell.</param>
/// <param name="cluster">The cluster.</param>
/// <param name="labels">Makes the labels of tasks.</param>
sealed class ClusterHappenings(HappeningList list, NodeCluster cluster, ContainerLabels labels)
{
    readonly Dictionary<string, string> _deployments = new(StringComparer.Ordinal);
    Dictionary<string, TaskState>? _states;
    long _version;
    long _deploymentCount;

    /// <summary>Takes over what changed since the last tick.</summary>
    public void Update(long nowMs)
    {
        var names = cluster.Names;
        if (names.Version != _version)
        {
            _version = names.Version;
            Compare(names, nowMs);
        }

        if (cluster.Deployments is { } log && log.TotalCount != _deploymentCount)
        {
            var events = log.Snapshot();
            foreach (var e in events.TakeLast((int)Math.Min(events.Count, log.TotalCount - _deploymentCount)))
            {
                Add(e);
            }

            _deploymentCount = log.TotalCount;
        }
    }

    // The first names are how things are, not what happened.
    void Compare(ClusterNames names, long nowMs)
    {
        var states = new Dictionary<string, TaskState>(names.Tasks.Count, StringComparer.Ordinal);
        foreach (var task in names.Tasks)
        {
            var key = Encoding.UTF8.GetString(task.FrameworkId) + "\n" + Encoding.UTF8.GetString(task.Id);
            states[key] = task.State;
            if (_states is null || (_states.TryGetValue(key, out var earlier) && earlier == task.State))
            {
                continue;
            }

            var before = _states.TryGetValue(key, out earlier) ? Encoding.UTF8.GetString(TaskStates.ToText(earlier)) : null;
            var state = Encoding.UTF8.GetString(TaskStates.ToText(task.State));
            list.Add(new HappeningDraft(HappeningKinds.TaskState, nowMs, SeverityOf(task.State))
                .Add(labels.OfTask(task, names))
                .Add(LabelNames.ContainerId, Encoding.UTF8.GetString(task.ContainerId))
                .Add(HappeningLabels.EarlierState, before)
                .Say($"task {Encoding.UTF8.GetString(task.Name)}: {state}{(before is null ? "" : $", was {before}")}"));
        }

        _states = names.Version == 0 ? _states : states;
    }

    static uint SeverityOf(TaskState state) => state switch
    {
        TaskState.Failed or TaskState.Error or TaskState.Lost or TaskState.Dropped or TaskState.Gone => HappeningSeverity.Warning,
        TaskState.Unreachable => HappeningSeverity.Warning,
        _ => HappeningSeverity.Information,
    };

    void Add(DeploymentEvent e)
    {
        if (e.Data.IsEmpty)
        {
            return;
        }

        var told = MarathonEventReader.Read(e.Data.Span);
        var id = Encoding.UTF8.GetString(told.DeploymentId);
        var apps = string.Join(", ", told.PlannedApps.Concat(told.DeployedApps).Select(static app => Encoding.UTF8.GetString(app)).Distinct());
        if (e.Type is "deployment_info" or "deployment_step_success" && id.Length > 0 && !_deployments.ContainsKey(id))
        {
            if (_deployments.Count > 1000)
            {
                _deployments.Clear();
            }

            _deployments[id] = apps;
            list.Add(Draft(e, HappeningKinds.DeploymentStarted, HappeningSeverity.Information, id, apps).Say($"deployment of {Or(apps, id)} began"));
        }
        else if (e.Type is "deployment_success" or "deployment_failed")
        {
            _deployments.Remove(id, out var begun);
            apps = apps.Length > 0 ? apps : begun ?? "";
            var isSuccess = e.Type == "deployment_success";
            list.Add(Draft(e, isSuccess ? HappeningKinds.DeploymentSucceeded : HappeningKinds.DeploymentFailed, isSuccess ? HappeningSeverity.Information : HappeningSeverity.Warning, id, apps)
                .Say($"deployment of {Or(apps, id)} {(isSuccess ? "succeeded" : "failed")}"));
        }
    }

    static HappeningDraft Draft(DeploymentEvent e, string kind, uint severity, string id, string apps)
    {
        var draft = new HappeningDraft(kind, e.Time.ToUnixTimeMilliseconds(), severity).Add(LabelNames.DeploymentId, id);
        if (apps.Length > 0 && !apps.Contains(',', StringComparison.Ordinal))
        {
            draft.Add(LabelNames.AppName, apps);
            draft.Add(LabelNames.GroupName, MarathonApp.GroupOf(Encoding.UTF8.GetBytes(apps)) is { } group ? Encoding.UTF8.GetString(group) : null);
        }

        return draft;
    }

    static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
