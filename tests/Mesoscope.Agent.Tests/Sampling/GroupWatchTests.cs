using System.Diagnostics;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Tests.Machines;

namespace Mesoscope.Agent.Tests.Sampling;

public sealed class GroupWatchTests : IDisposable
{
    const string Id = "11111111-2222-3333-4444-555555555555";

    // Only a test that fails waits that long.
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    readonly MachineTree _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void TryTake_GroupAndTheFolderAboveAreMadeAtOnce_SeesItOnce()
    {
        _machine.MakeLegacy();
        var folder = _machine.PathOf("cgroup/memory");
        using var watch = new GroupWatch(_machine.Folders, Hierarchies.Find(_machine.Folders.Cgroup), folder, "memory", TimeProvider.System);
        Directory.CreateDirectory($"{folder}/mesos/{Id}/inner");
        var sighting = Wait(watch);
        Assert.Equal((Id, $"/mesos/{Id}"), (sighting.Place.Id, sighting.Place.Paths["cpuacct"]));
        Assert.NotEqual(0ul, sighting.Group);
        Directory.CreateDirectory($"{folder}/mesos/66666666-2222-3333-4444-555555555555");
        Assert.StartsWith("66666666", Wait(watch).Place.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void TryTake_ProcessWithATask_CatchesItsEnvironment()
    {
        _machine.MakeLegacy();
        var folder = _machine.PathOf("cgroup/memory");
        using var watch = new GroupWatch(_machine.Folders, Hierarchies.Find(_machine.Folders.Cgroup), folder, "memory", TimeProvider.System);
        _machine.WriteProcess(42, "web", "", environment: "MESOS_TASK_ID=web.1\0");
        _machine.Write($"cgroup/memory/mesos/{Id}/cgroup.procs", "42\n");
        var sighting = Wait(watch);
        for (var time = Stopwatch.StartNew(); sighting.Environment.Text.Length == 0; System.Threading.Thread.Yield())
        {
            Assert.True(time.Elapsed < s_limit, "no environment came");
        }

        Assert.Equal(42, sighting.ProcessId);
    }

    static GroupSighting Wait(GroupWatch watch)
    {
        var time = Stopwatch.StartNew();
        GroupSighting sighting;
        while (!watch.TryTake(out sighting) || sighting.IsInner)
        {
            Assert.True(time.Elapsed < s_limit, "no sighting came");
            System.Threading.Thread.Yield();
        }

        return sighting;
    }
}
