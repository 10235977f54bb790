using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Tests.Machines;

namespace Mesoscope.Agent.Tests.Sampling;

public sealed class NodeSamplerTests : IDisposable
{
    const string Id = "11111111-2222-3333-4444-555555555555";
    const string InnerId = "66666666-2222-3333-4444-555555555555";
    static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1_700_001_000);

    readonly MachineTree _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Sample_CgroupV1_MeasuresTheContainer()
    {
        _machine.MakeLegacy();
        _machine.WriteLegacy($"/mesos/{Id}", 5_000_000_000, memory: 1000, quota: 50_000, limit: 4000);
        _machine.WriteProcess(10, "web", Legacy(Id));
        using var run = new Run(_machine);
        run.Sample();
        _machine.WriteLegacy($"/mesos/{Id}", 6_000_000_000, memory: 3000, quota: 50_000, limit: 4000);
        run.Sample();
        Check(run, shares: 512);
    }

    [Fact]
    public void Sample_CgroupV2_MeasuresTheContainer()
    {
        _machine.MakeUnified();
        _machine.WriteUnified($"/mesos/{Id}", 5_000_000, memory: 1000, quota: "50000 100000", limit: "4000");
        _machine.WriteProcess(10, "web", $"0::/mesos/{Id}\n");
        using var run = new Run(_machine);
        run.Sample();
        _machine.WriteUnified($"/mesos/{Id}", 6_000_000, memory: 3000, quota: "50000 100000", limit: "4000");
        run.Sample();
        // What runtimes and the kernel make of a weight of 100.
        Check(run, shares: 2597);
    }

    [Fact]
    public void Sample_HybridWithControllersInBoth_MeasuresTheContainer()
    {
        _machine.Write("cgroup/cpu,cpuacct/cgroup.procs", "");
        _machine.MakeUnified("cgroup/unified", "memory pids");
        _machine.WriteLegacy($"/mesos/{Id}", 5_000_000_000, quota: 50_000);
        Directory.Delete(_machine.PathOf("cgroup/memory"), recursive: true);
        Directory.Delete(_machine.PathOf("cgroup/pids"), recursive: true);
        _machine.WriteUnified($"/mesos/{Id}", 0, memory: 1000, limit: "4000", folder: "cgroup/unified");
        _machine.WriteProcess(10, "web", $"4:cpu,cpuacct:/mesos/{Id}\n0::/mesos/{Id}\n");
        using var run = new Run(_machine);
        run.Sample();
        _machine.Write($"cgroup/cpu,cpuacct/mesos/{Id}/cpuacct.usage", "6000000000\n");
        _machine.WriteUnified($"/mesos/{Id}", 0, memory: 3000, limit: "4000", folder: "cgroup/unified");
        run.Sample();
        var measure = run.Container(Id).Measure;
        Assert.Equal((1, 2900, 4000, 2000), (measure.UsedSeconds, measure.MemoryBytes, measure.MemoryLimitBytes, measure.Faults));
    }

    [Fact]
    public void Sample_ContainerInAContainer_CountsNothingTwice()
    {
        _machine.MakeLegacy();
        _machine.WriteLegacy($"/mesos/{Id}", 5_000_000_000, memory: 5000);
        _machine.WriteLegacy($"/mesos/{Id}/mesos/{InnerId}", 1_000_000_000, memory: 1000);
        _machine.WriteProcess(10, "executor", Legacy(Id));
        _machine.WriteProcess(11, "task", Legacy($"{Id}/mesos/{InnerId}"));
        using var run = new Run(_machine);
        run.Sample();
        _machine.WriteLegacy($"/mesos/{Id}", 6_000_000_000, memory: 5000);
        _machine.WriteLegacy($"/mesos/{Id}/mesos/{InnerId}", 1_750_000_000, memory: 1000);
        for (var i = 0; i < 3; i++)
        {
            run.Sample();
            var (outer, inner) = (run.Container(Id).Measure, run.Container(InnerId).Measure);
            Assert.Equal((i == 0 ? 0.25 : 0, i == 0 ? 0.75 : 0), (outer.UsedSeconds, inner.UsedSeconds));
            Assert.Equal((4000, 900), (outer.MemoryBytes, inner.MemoryBytes));
        }
    }

    [Fact]
    public void Sample_QuietContainer_StaysAsItWas()
    {
        _machine.MakeLegacy();
        _machine.WriteLegacy($"/mesos/{Id}", 5_000_000_000, memory: 1000);
        _machine.WriteProcess(10, "web", Legacy(Id));
        using var run = new Run(_machine);
        for (var i = 0; i < 15; i++)
        {
            run.Sample();
        }

        var measure = run.Container(Id).Measure;
        Assert.Equal((0, 0, 900, 3, 0), (measure.UsedSeconds, measure.UserSeconds, measure.MemoryBytes, measure.Threads, measure.Faults));
        Assert.Equal(double.NaN, measure.MemoryLimitBytes);
        Assert.Equal(double.NaN, measure.QuotaCores);
    }

    [Fact]
    public void Sample_ContainerBeginsLater_CountsAllItUsed()
    {
        _machine.MakeLegacy();
        _machine.WriteProcess(1, "init", Legacy(null));
        using var run = new Run(_machine);
        run.Sample();
        _machine.WriteLegacy($"/mesos/{Id}", 300_000_000);
        _machine.WriteProcess(10, "web", Legacy(Id), ticks: 30);
        run.Sample();
        Assert.Equal(0.3, run.Container(Id).Measure.UsedSeconds, 6);
        Assert.Equal(0.3, run.Sampler.Processes.Find(10)!.Measure.UsedSeconds, 6);
    }

    [Fact]
    public void Sample_LastProcessEnds_EndsTheContainer()
    {
        _machine.MakeLegacy();
        _machine.WriteLegacy($"/mesos/{Id}", 300_000_000);
        _machine.WriteProcess(10, "web", Legacy(Id));
        using var run = new Run(_machine);
        run.Sample();
        _machine.RemoveProcess(10);
        run.Sample();
        Assert.Equal([Id], run.Sampler.Containers.Ended.Select(static entry => entry.Id));
        Assert.Empty(run.Sampler.Containers.Running);
        run.Sample();
        Assert.Empty(run.Sampler.Containers.Ended);
    }

    [Fact]
    public void Sample_IdIsUsedAgain_IsAnotherProcess()
    {
        _machine.MakeLegacy();
        _machine.WriteProcess(10, "old", Legacy(null), ticks: 500, startTicks: 100);
        using var run = new Run(_machine);
        run.Sample();
        run.Sample();
        _machine.WriteProcess(10, "new", Legacy(null), ticks: 7, startTicks: 900);
        run.Sample();
        run.Sample();
        var process = run.Sampler.Processes.Find(10)!;
        Assert.Equal(("new", 900ul), (process.Name, process.StartTicks));
    }

    [Fact]
    public void Sample_ProcessMovesToItsContainer_FollowsIt()
    {
        _machine.MakeLegacy();
        _machine.WriteLegacy($"/mesos/{Id}", 0);
        _machine.WriteProcess(10, "launcher", Legacy(null));
        using var run = new Run(_machine);
        run.Sample();
        Assert.Null(run.Sampler.Processes.Find(10)!.Container);
        _machine.WriteProcess(10, "web", Legacy(Id));
        run.Sample();
        Assert.Equal(Id, run.Sampler.Processes.Find(10)!.Container?.Id);
    }

    [Fact]
    public void Sample_Host_MeasuresIt()
    {
        using var run = new Run(_machine);
        run.Sample();
        _machine.Write("proc/stat", "cpu  200 0 100 1100 20 5 5 0 0 0\ncpu0 1 0 0 0 0 0 0 0 0 0\ncpu1 1 0 0 0 0 0 0 0 0 0\n");
        _machine.Write("proc/vmstat", "pgfault 1500\npgmajfault 12\noom_kill 1\n");
        run.Sample();
        var host = run.Sampler.Host;
        Assert.Equal((2, 1.0, 0.5, 1.0, 0.1), (host.Cores, host.UserSeconds, Math.Round(host.SystemSeconds, 6), host.IdleSeconds, Math.Round(host.IoWaitSeconds, 6)));
        Assert.Equal((8_192_000_000, 6_144_000_000, 500, 2, 1), (host.MemoryTotalBytes, host.MemoryAvailableBytes, host.Faults, host.MajorFaults, host.OutOfMemoryKills));
        Assert.Equal((0.5, 0.25, 0.1, 321, 1234.56), (host.Load1, host.Load5, host.Load15, host.Threads, host.UptimeSeconds));
    }

    static void Check(Run run, double shares)
    {
        var measure = run.Container(Id).Measure;
        Assert.Equal((1, 0.75, 0.25), (measure.UsedSeconds, measure.UserSeconds, measure.SystemSeconds));
        Assert.Equal((0.5, shares, 1, 1e8), (measure.QuotaCores, measure.Shares, measure.Throttlings, Math.Round(measure.ThrottledNanoseconds)));
        Assert.Equal((2900, 4000, 55, 2000, 0), (measure.MemoryBytes, measure.MemoryLimitBytes, measure.SwapBytes, measure.Faults, measure.MajorFaults));
        Assert.Equal((3, 1, 0), (measure.Threads, measure.Processes, measure.OutOfMemoryKills));
    }

    static string Legacy(string? id) => string.Concat(
        new[] { "5:memory", "4:cpu,cpuacct", "3:pids", "2:freezer" }.Select(name => $"{name}:{(id is null ? "/" : $"/mesos/{id}")}\n"));

    sealed class Run : IDisposable
    {
        readonly MachineFiles _files;
        int _seconds;

        public Run(MachineTree machine)
        {
            _files = MachineFiles.Open(machine.Folders);
            Sampler = new NodeSampler(_files, new NoCallCounts(), 100, TimeProvider.System);
        }

        public NodeSampler Sampler { get; }

        public void Sample() => Sampler.Sample(TimeSpan.FromSeconds(1), s_now.AddSeconds(_seconds++));

        public ContainerEntry Container(string id) => Sampler.Containers.Find(id)!;

        public void Dispose()
        {
            Sampler.Dispose();
            _files.Dispose();
        }
    }
}
