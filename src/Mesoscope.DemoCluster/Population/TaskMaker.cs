using System.Collections.Immutable;
using System.Globalization;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Population;

/// <summary>Makes tasks whose ids and names look as their framework would make them. Shapes: Marathon's, Chronos' and Metronome's own.</summary>
sealed class TaskMaker(IdSource ids)
{
    const int FirstPort = 31000;
    const int PortCount = 1000;

    int _ports;

    /// <summary>Version 1 of Marathon's ids for an app's task: <c>shop_web.instance-UUID._app.1</c>; the name is the path backwards.</summary>
    public ClusterTask ForApp(string frameworkId, App app, string agentId) =>
        new($"{Flat(app.Id)}.instance-{ids.NextGuid()}._app.1", Backwards(app.Id), frameworkId, agentId, NewContainer())
        {
            Resources = app.Resources,
            Labels = app.Labels,
            Kind = app.Kind,
            Image = app.Image,
            Command = app.Command,
            Ports = [.. app.Ports.Select(p => p == Scene.AnyPort ? NextPort() : p)],
            RunSpecId = app.Id,
            Version = app.Version,
        };

    /// <summary>The tasks of one pod instance: one executor, one outer container, one nested container each.</summary>
    public ImmutableArray<ClusterTask> ForPod(string frameworkId, Pod pod, string agentId)
    {
        var uuid = ids.NextGuid();
        var instance = $"{Flat(pod.Id)}.instance-{uuid}";
        var outer = NewContainer();
        return
        [
            .. pod.Containers.Select(container =>
                new ClusterTask($"{instance}.{container.Name}.1", container.Name, frameworkId, agentId, NewContainer() with { Parent = outer })
                {
                    ExecutorId = $"instance-{instance}",
                    Resources = container.Resources,
                    Labels = pod.Labels,
                    Kind = container.Image is null ? ContainerKind.Native : ContainerKind.NativeImage,
                    Image = container.Image,
                    Command = container.Command,
                    RunSpecId = pod.Id,
                    InstanceId = instance,
                    Version = pod.Version,
                }),
        ];
    }

    /// <summary>Chronos: <c>ct:MILLISECONDS:ATTEMPT:JOB:</c>, without any of the marks that Marathon's ids have.</summary>
    public ClusterTask ForChronosJob(string frameworkId, string job, double scheduled, string agentId) =>
        new($"ct:{((long)(scheduled * 1000)).ToString(CultureInfo.InvariantCulture)}:0:{job}:", $"ChronosTask:{job}", frameworkId, agentId, NewContainer())
        {
            Command = "while true; do sleep 5; done",
        };

    /// <summary>Metronome runs jobs through Marathon's machinery, with a run id before the UUID.</summary>
    public ClusterTask ForMetronomeJob(string frameworkId, string job, double scheduled, string agentId)
    {
        var run = DateTimeOffset.FromUnixTimeMilliseconds((long)(scheduled * 1000)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return new($"{job.Replace('.', '_')}_{run}{ids.NextGuid().ToString()[..5]}.{ids.NextGuid()}", $"{run}.{job}", frameworkId, agentId, NewContainer())
        {
            Command = "while true; do sleep 5; done",
        };
    }

    public ClusterTask ForBatch(string frameworkId, int number, string agentId, int moreLabels = 0) =>
        new($"{frameworkId[^4..]}-job-{number:d5}", $"job-{number:d5}", frameworkId, agentId, NewContainer())
        {
            Labels =
            [
                new("kind", "batch"),
                new("part", number.ToString(CultureInfo.InvariantCulture)),
                .. Enumerable.Range(0, moreLabels).Select(i => new Label(string.Create(CultureInfo.InvariantCulture, $"label-{i}"), $"value {i} of job {number} of {frameworkId[^4..]}")),
            ],
            Command = Workload.Batch,
            Resources = new(0.2, 64),
        };

    /// <summary>The task as it is once its two first status updates have come.</summary>
    public ClusterTask Running(ClusterTask task, double time, int processId = 0) =>
        task.With(Status(task, TaskState.Starting, time, processId)).With(Status(task, TaskState.Running, time + 0.03, processId));

    public StatusUpdate Status(ClusterTask task, string state, double time, int processId = 0) =>
        new(state, time) { Container = task.Container, ExecutorProcessId = processId, Id = ids.NextGuid() };

    // From the range that agents offer, in turn.
    int NextPort() => FirstPort + (Interlocked.Increment(ref _ports) % PortCount);

    ContainerId NewContainer() => new(ids.NextGuid().ToString());

    static string Flat(string path) => path.Trim('/').Replace('/', '_');

    static string Backwards(string path) => string.Join('.', path.Trim('/').Split('/').Reverse());
}
