using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Happenings;
using Mesoscope.Agent.Labels;
using Mesoscope.Agent.Masters;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Naming;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Tests.Machines;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Watch;
using Mesoscope.Kernel.Counting.Ports;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.Happenings;

/// <summary>A machine made of files, a kernel that tells what it is made to, and the happenings that come of it, tick by tick.</summary>
sealed class ToldNode : IDisposable
{
    public const string Id = "11111111-2222-3333-4444-555555555555";
    public const string OtherId = "66666666-2222-3333-4444-555555555555";
    public const long BeginMs = 1_700_001_000_000;

    // By the machine's own file.
    const long BootMs = 1_700_000_000_000;

    readonly NodeCluster _cluster = new(new WatchOptions { Addresses = new ClusterAddresses() }, looks: false, static _ => { }, TimeProvider.System);
    readonly MachineFiles _files;
    readonly NodeSampler _sampler;
    readonly NodeStates _states;
    readonly ContainerNaming _naming;
    readonly NodeHappenings _happenings;
    int _tick;

    public ToldNode()
    {
        Machine.MakeLegacy();
        Machine.WriteProcess(1, "init", Group(null));
        _files = MachineFiles.Open(Machine.Folders);
        _sampler = new NodeSampler(_files, Calls, 100, TimeProvider.System);
        var journal = new EntityJournal();
        var host = new HostState("agent", [], _sampler.Host, BeginMs, journal);
        _states = new NodeStates(
            _sampler,
            journal,
            host,
            new ContainerStates(journal, "boot", host.Entity.Number),
            new ProcessStates(journal, _sampler.Processes.Files, "boot", host.Entity, 5, showsCommandLines: true),
            new ConnectionStates(journal, host.Entity.Number, 10));
        var labels = new ContainerLabels(new LabelFilter(new LabelLimits()));
        _naming = new ContainerNaming(null, labels, _sampler.Processes.Files, new KeptLabels(Machine.PathOf("names")));
        var (list, pasts) = (new HappeningList(), new ContainerPasts());
        var conflicts = new PortConflicts(list, _sampler, _states, (_, _, _) => Holders);
        _happenings = new NodeHappenings(
            list, _states, pasts, conflicts, new KernelHappenings(list, Calls, _sampler, _states, pasts, conflicts), new ContainerHappenings(list, null, pasts), new ClusterHappenings(list, _cluster, labels));
    }

    public MachineTree Machine { get; } = new();

    public FakeCallCounts Calls { get; } = new();

    public IReadOnlyList<PortHolder> Holders { get; set; } = [];

    public ClusterNames Names { get; set; } = ClusterNames.Empty;

    /// <summary>When the next tick is, nanoseconds since 1970.</summary>
    public ulong Now => (ulong)(BeginMs + (1000L * _tick)) * 1_000_000;

    public static string Group(string? id) => string.Concat(
        new[] { "5:memory", "4:cpu,cpuacct", "3:pids", "2:freezer" }.Select(name => $"{name}:{(id is null ? "/" : $"/mesos/{id}")}\n"));

    public static string Environment(string app) => $"MESOS_TASK_ID={app}.shop.1\0MARATHON_APP_ID=/shop/{app}\0";

    public static string Label(Happening happening, string name) => happening.Labels.FirstOrDefault(label => label.Name == name)?.Value ?? "";

    /// <summary>Lets a container begin with a process.</summary>
    public void Begin(string id, int process, string name, string environment = "")
    {
        Machine.WriteLegacy($"/mesos/{id}", 0);
        Execute(id, process, name, environment, _tick);
    }

    /// <summary>Lets the process of a container execute another program.</summary>
    public void Execute(string id, int process, string name, string environment, int beginTick) =>
        Machine.WriteProcess(process, name, Group(id), startTicks: (int)((BeginMs - BootMs) / 10) + (100 * beginTick), environment: environment);

    /// <summary>A second passes; what it tells.</summary>
    public List<Happening> Tick()
    {
        var nowMs = BeginMs + (1000L * _tick++);
        _sampler.Sample(TimeSpan.FromSeconds(1), DateTimeOffset.FromUnixTimeMilliseconds(nowMs));
        _states.Update(nowMs);
        _naming.Update(_states.Containers, Names, nowMs);
        _happenings.Update(nowMs);
        _states.Containers.EndTick();
        return Take();
    }

    /// <summary>What the last batch tells.</summary>
    public List<Happening> End()
    {
        _happenings.EndWaiting();
        return Take();
    }

    public void Dispose()
    {
        _cluster.Dispose();
        _sampler.Dispose();
        _files.Dispose();
        Machine.Dispose();
    }

    List<Happening> Take()
    {
        var batch = new SampleBatch();
        _happenings.Take(batch);
        return [.. batch.Happenings];
    }
}
