using System.Globalization;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Population;

/// <summary>Invents a whole cluster. The same seed, ports and time make the same cluster.</summary>
sealed class Populator(IdSource ids, TaskMaker tasks, PopulationSize size, double now)
{
    // The cluster looks as if it had been running for an hour.
    const double AgeSeconds = 3600;

    readonly string _clusterId = ids.NextGuid().ToString();
    readonly string _version = MarathonTime.Text(now - AgeSeconds);
    ClusterState _state = new("");
    string[] _agents = [];
    int _nextFramework;

    public ClusterState Make(IReadOnlyList<int> agentPorts, IReadOnlyList<Uri> marathons)
    {
        _state = new ClusterState(_clusterId) { Leader = 0, ElectedTime = now };
        AddAgents(agentPorts);
        for (var i = 0; i < marathons.Count; i++)
        {
            AddMarathon(i, marathons.Count, marathons[i]);
        }

        if (IsWhole)
        {
            AddChronos();
            AddMetronome();
        }

        for (var i = 0; i < size.BatchFrameworks; i++)
        {
            AddBatch();
        }

        if (IsWhole)
        {
            AddInactive();
        }

        return _state;
    }

    bool IsWhole => size.Scene == DemoScene.Cluster;

    void AddAgents(IReadOnlyList<int> ports)
    {
        for (var i = 0; i < ports.Count; i++)
        {
            var agent = new MesosAgent(AgentIds.Of(_clusterId, i), $"agent-{i + 1}", ports[i], now - AgeSeconds)
            {
                Attributes = [new("rack", "r" + (1 + (i % 3))), new("zone", i % 2 == 0 ? "a" : "b")],
            };
            _state = _state.With(agent);
        }

        _agents = [.. _state.Agents.Keys];
    }

    void AddMarathon(int number, int marathons, Uri address)
    {
        var name = number == 1 ? "marathon-user" : "marathon";
        var framework = NewFramework(name) with { WebUiUrl = address.ToString().TrimEnd('/'), Principal = name };
        var marathon = new MarathonService(framework.Id, name, address.Port) { Version = _version };
        _state = _state.With(framework) with { Marathons = _state.Marathons.Add(marathon) };
        if (number == 0)
        {
            foreach (var app in Scene.Apps(_version, size))
            {
                AddApp(number, app);
            }
        }

        if (!IsWhole)
        {
            return;
        }

        if (number == 0)
        {
            AddPod(number, Scene.CheckoutPod(_version));
        }

        // The generated apps are dealt out to all Marathons in turn.
        for (var i = number; i < size.Apps; i += marathons)
        {
            AddApp(number, GeneratedApps.Make(i, _version, ids, size.IsReal));
        }
    }

    void AddApp(int number, App app)
    {
        var marathon = _state.Marathons[number];
        _state = _state.With(marathon with { Apps = marathon.Apps.SetItem(app.Id, app) });
        AddRunning(Enumerable.Range(0, app.Instances).Select(_ => tasks.ForApp(marathon.FrameworkId, app, AnyAgent())));
    }

    void AddPod(int number, Pod pod)
    {
        var marathon = _state.Marathons[number];
        _state = _state.With(marathon with { Pods = marathon.Pods.SetItem(pod.Id, pod) });
        AddRunning(Enumerable.Range(0, pod.Instances).SelectMany(_ => tasks.ForPod(marathon.FrameworkId, pod, AnyAgent())));
    }

    void AddChronos()
    {
        var framework = NewFramework("chronos") with { WebUiUrl = "http://localhost:4400" };
        _state = _state.With(framework);
        AddRunning([
            tasks.ForChronosJob(framework.Id, "nightly-report", now - 60, AnyAgent()),
            tasks.ForChronosJob(framework.Id, "clean.up", now - 30, AnyAgent()),
        ]);
    }

    void AddMetronome()
    {
        var framework = NewFramework("metronome") with { WebUiUrl = "http://localhost:9000" };
        _state = _state.With(framework);
        AddRunning([tasks.ForMetronomeJob(framework.Id, "billing.monthly", now - 90, AnyAgent())]);
    }

    void AddBatch()
    {
        // Real masters have shown addresses like this; readers must live with it.
        var framework = NewFramework("batch") with { WebUiUrl = "http://$($MESOS_IP_DISCOVERY_COMMAND):8080", FailoverTimeout = 0 };
        _state = _state.With(framework);
        AddRunning(Enumerable.Range(0, size.TasksPerBatchFramework).Select(i => tasks.ForBatch(framework.Id, i, AnyAgent(), size.LabelsPerBatchTask)));
    }

    // It is known, disconnected, and may come back.
    void AddInactive() => _state = _state.With(NewFramework("batch") with { Active = false, Hostname = "" });

    // Running for an hour already, or about to be launched.
    void AddRunning(IEnumerable<ClusterTask> added)
    {
        foreach (var group in added.Select(t => size.IsReal ? t : tasks.Running(t, now - AgeSeconds + 60)).GroupBy(t => t.FrameworkId))
        {
            var framework = _state.Frameworks[group.Key];
            _state = _state.With(framework with { Tasks = framework.Tasks.AddRange(group.Select(t => KeyValuePair.Create(t.Id, t))) });
        }
    }

    Framework NewFramework(string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_clusterId}-{_nextFramework++:d4}"), name, now - AgeSeconds);

    string AnyAgent() => _agents[ids.Next(_agents.Length)];
}
