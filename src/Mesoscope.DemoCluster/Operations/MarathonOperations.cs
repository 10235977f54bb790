using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Operations;

/// <summary>Deploys, scales and destroys apps and starts again what died, as a Marathon does.</summary>
sealed class MarathonOperations
{
    // Marathon's own back-off starts at 1 s and grows by 1.15; a demo that is to be watched must not fall asleep.
    static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(1);
    static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(10);
    const double DelayFactor = 1.15;

    readonly ClusterOperations _operations;
    readonly Schedule _schedule;
    readonly Dictionary<string, int> _failures = [];

    public MarathonOperations(ClusterOperations operations, Schedule schedule)
    {
        (_operations, _schedule) = (operations, schedule);
        operations.Ended += OnEnded;
    }

    ClusterState State => _operations.Cluster.State;

    /// <summary>A new app, or another definition of one that is there (its tasks are replaced).</summary>
    public void Deploy(int marathon, App app)
    {
        var frameworkId = State.Marathons[marathon].FrameworkId;
        app = app with { Version = MarathonTime.Text(_operations.Cluster.Now) };
        var old = LiveTasks(frameworkId, app.Id);
        var deployment = Begin(marathon, old.Count == 0 ? "StartApplication" : "RestartApplication", app.Id, app);
        KillAll(old);
        Fill(frameworkId, app.Id);
        Finish(marathon, deployment);
    }

    /// <returns>False when the app is not known.</returns>
    public bool Scale(int marathon, string appId, int instances)
    {
        if (State.Marathons[marathon].Apps.GetValueOrDefault(appId) is not { } app)
        {
            return false;
        }

        var deployment = Begin(marathon, "ScaleApplication", appId, app with { Instances = instances });
        var frameworkId = State.Marathons[marathon].FrameworkId;
        var live = LiveTasks(frameworkId, appId);
        KillAll([.. live.Skip(instances)]);
        Fill(frameworkId, appId);
        Finish(marathon, deployment);
        return true;
    }

    /// <returns>False when the app is not known.</returns>
    public bool Destroy(int marathon, string appId)
    {
        var service = State.Marathons[marathon];
        if (!service.Apps.ContainsKey(appId))
        {
            return false;
        }

        var deployment = Begin(marathon, "StopApplication", appId, null);
        KillAll(LiveTasks(service.FrameworkId, appId));
        _operations.Cluster.Change((state, events) =>
        {
            events.Add(new MarathonEvent.AppTerminated(service.FrameworkId, appId));
            return state;
        });
        Finish(marathon, deployment);
        return true;
    }

    Deployment Begin(int marathon, string action, string appId, App? app)
    {
        var version = MarathonTime.Text(_operations.Cluster.Now);
        var deployment = new Deployment(_operations.Ids.NextGuid().ToString(), version, action, appId, IsPod: false);
        _operations.Cluster.Change((state, events) =>
        {
            var service = state.Marathons[marathon];
            events.Add(new MarathonEvent.DeploymentInfo(service.FrameworkId, deployment));
            return state.With(service with
            {
                Apps = app is null ? service.Apps.Remove(appId) : service.Apps.SetItem(appId, app),
                Deployments = service.Deployments.Add(deployment),
                Version = version,
            });
        });
        return deployment;
    }

    void Finish(int marathon, Deployment deployment) => _operations.Cluster.Change((state, events) =>
    {
        var service = state.Marathons[marathon];
        events.Add(new MarathonEvent.DeploymentSuccess(service.FrameworkId, deployment));
        return state.With(service with { Deployments = service.Deployments.Remove(deployment) });
    });

    List<ClusterTask> LiveTasks(string frameworkId, string appId) =>
        [.. State.Frameworks[frameworkId].Tasks.Values.Where(t => t.RunSpecId == appId && t.State != TaskState.Killing)];

    void KillAll(List<ClusterTask> tasks) => tasks.ForEach(t => _operations.Kill(t.Id));

    // Launches what is missing to the wanted number of instances.
    void Fill(string frameworkId, string appId)
    {
        var service = State.Marathons.FirstOrDefault(m => m.FrameworkId == frameworkId);
        if (service?.Apps.GetValueOrDefault(appId) is not { } app || _operations.AnyAgent() is null)
        {
            return;
        }

        var missing = app.Instances - LiveTasks(frameworkId, appId).Count;
        if (missing > 0)
        {
            _operations.Launch([.. Enumerable.Range(0, missing).Select(_ => _operations.Tasks.ForApp(frameworkId, app, _operations.AnyAgent()!))]);
        }
    }

    void FillPod(string frameworkId, string podId)
    {
        var service = State.Marathons.FirstOrDefault(m => m.FrameworkId == frameworkId);
        if (service?.Pods.GetValueOrDefault(podId) is { } pod && _operations.AnyAgent() is { } agent && LiveTasks(frameworkId, podId).Count == 0)
        {
            _operations.Launch(_operations.Tasks.ForPod(frameworkId, pod, agent));
        }
    }

    void OnEnded(ClusterTask task)
    {
        if (task.RunSpecId is not { } id)
        {
            return;
        }

        if (task.InstanceId is { } instance)
        {
            // A pod lives and dies as a whole.
            KillAll([.. LiveTasks(task.FrameworkId, id).Where(t => t.InstanceId == instance)]);
            _schedule.After(DelayOf(id, task), () => FillPod(task.FrameworkId, id));
            return;
        }

        _schedule.After(DelayOf(id, task), () => Fill(task.FrameworkId, id));
    }

    TimeSpan DelayOf(string id, ClusterTask task)
    {
        lock (_failures)
        {
            var count = task.State == TaskState.Failed ? _failures.GetValueOrDefault(id) + 1 : 0;
            _failures[id] = count;
            var delay = s_firstDelay * Math.Pow(DelayFactor, Math.Min(count, 50));
            return delay < s_longestDelay ? delay : s_longestDelay;
        }
    }
}
