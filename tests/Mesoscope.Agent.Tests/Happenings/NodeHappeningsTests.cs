using System.Net;
using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.State;
using Mesoscope.Kernel.Counting;
using Mesoscope.Kernel.Counting.Ports;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using FailedCall = Mesoscope.Kernel.Counting.FailedCall;

namespace Mesoscope.Agent.Tests.Happenings;

public sealed class NodeHappeningsTests : IDisposable
{
    const int AddressInUse = 98;

    readonly ToldNode _node = new();

    public NodeHappeningsTests() => _node.Tick();

    public void Dispose() => _node.Dispose();

    [Fact]
    public void Update_ContainerDiesYoung_TellsItsLastFailedCalls()
    {
        _node.Begin(ToldNode.Id, 10, "web", ToldNode.Environment("web"));
        Assert.Equal("task web.shop started", Only(_node.Tick(), HappeningKinds.ContainerStarted).Text);
        for (var i = 0; i < 25; i++)
        {
            _node.Calls.Happenings.Enqueue(Call(10, "openat", 2, "ENOENT", $"name=/etc/{i}"));
        }

        _node.Calls.Happenings.Enqueue(Ended(10, status: 3));
        _node.Machine.RemoveProcess(10);
        var died = Only(_node.Tick(), HappeningKinds.ContainerDied);
        Assert.Equal(("3", "/shop/web"), (ToldNode.Label(died, HappeningLabels.ExitStatus), ToldNode.Label(died, LabelNames.AppName)));
        Assert.Contains("with status 3", died.Text, StringComparison.Ordinal);
        // The last twenty, oldest first.
        Assert.Equal(Enumerable.Range(5, 20).Select(static i => $"name=/etc/{i}"), died.FailedCalls.Select(static call => call.Arguments));
        Assert.All(died.FailedCalls, static call => Assert.Equal(("openat", 2u, "web", 10ul), (call.Call, call.Error, call.Process, call.Pid)));
    }

    [Fact]
    public void Update_ContainerDiesOld_TellsNoCalls()
    {
        _node.Begin(ToldNode.Id, 10, "web", ToldNode.Environment("web"));
        for (var i = 0; i < 61; i++)
        {
            _node.Tick();
        }

        _node.Calls.Happenings.Enqueue(Call(10, "openat", 2, "ENOENT", ""));
        _node.Calls.Happenings.Enqueue(Ended(10, status: 0));
        _node.Machine.RemoveProcess(10);
        var died = Only(_node.Tick(), HappeningKinds.ContainerDied);
        Assert.Empty(died.FailedCalls);
        Assert.Equal(6u, died.Severity);
    }

    [Fact]
    public void Update_SignalEndsTheFirstProcess_TellsItOfProcessAndContainer()
    {
        _node.Begin(ToldNode.Id, 10, "web", ToldNode.Environment("web"));
        _node.Tick();
        _node.Calls.Happenings.Enqueue(Ended(10, signal: 11));
        _node.Machine.RemoveProcess(10);
        var told = _node.Tick();
        Assert.Equal("web (pid 10) of task web.shop ended by SIGSEGV", Only(told, HappeningKinds.ProcessKilled).Text);
        Assert.Equal("SIGSEGV", ToldNode.Label(Only(told, HappeningKinds.ContainerDied), HappeningLabels.ExitSignal));
    }

    [Fact]
    public void Update_MemoryRunsOut_TellsWhoWasKilledAndWhyTheContainerDied()
    {
        _node.Begin(ToldNode.Id, 10, "leak", ToldNode.Environment("leak"));
        _node.Tick();
        _node.Calls.Happenings.Enqueue(new OutOfMemoryKill(_node.Now, 10, 10, "leak", 0));
        _node.Calls.Happenings.Enqueue(Ended(10, signal: 9, isOutOfMemory: true));
        _node.Machine.RemoveProcess(10);
        var told = _node.Tick();
        Assert.Equal("memory ran out: the kernel killed leak (pid 10) of task leak.shop", Only(told, HappeningKinds.OutOfMemory).Text);
        var died = Only(told, HappeningKinds.ContainerDied);
        Assert.Equal("true", ToldNode.Label(died, HappeningLabels.OutOfMemory));
        Assert.Contains("because memory ran out", died.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_PortIsTaken_TellsWhoHasItOnceAMinute()
    {
        _node.Begin(ToldNode.Id, 10, "redis", ToldNode.Environment("cache"));
        _node.Begin(ToldNode.OtherId, 20, "redis-old", ToldNode.Environment("legacy"));
        _node.Tick();
        _node.Holders = [new PortHolder(10, Port(6379), false, 1), new PortHolder(20, Port(6379), true, 2)];
        _node.Calls.Happenings.Enqueue(Bind(6379));
        _node.Calls.Happenings.Enqueue(Bind(6379));
        _node.Calls.Happenings.Enqueue(Bind(6380));
        var told = _node.Tick().Where(static h => h.Kind == HappeningKinds.PortConflict).ToList();
        Assert.Equal(["6379", "6380"], told.Select(static h => ToldNode.Label(h, HappeningLabels.Port)));
        Assert.Equal("redis of task cache.shop: bind 0.0.0.0:6379 EADDRINUSE, held by redis-old (pid 20, task legacy.shop)", told[0].Text);
        Assert.Equal("/shop/cache", ToldNode.Label(told[0], LabelNames.AppName));
        Assert.Equal("20", ToldNode.Label(told[0], HappeningLabels.CulpritPrefix + LabelNames.ProcessId));
        Assert.Equal("/shop/legacy", ToldNode.Label(told[0], HappeningLabels.CulpritPrefix + LabelNames.AppName));
        for (var i = 0; i < 60; i++)
        {
            Assert.DoesNotContain(_node.Tick(), static h => h.Kind == HappeningKinds.PortConflict);
        }

        _node.Calls.Happenings.Enqueue(Bind(6379));
        Only(_node.Tick(), HappeningKinds.PortConflict);
    }

    [Fact]
    public void Update_PortIsTakenByNobodyAnyMore_SaysSoMuch()
    {
        _node.Begin(ToldNode.Id, 10, "redis", ToldNode.Environment("cache"));
        _node.Tick();
        _node.Calls.Happenings.Enqueue(Bind(6379));
        var told = Only(_node.Tick(), HappeningKinds.PortConflict);
        Assert.Equal("redis of task cache.shop: bind 0.0.0.0:6379 EADDRINUSE", told.Text);
        Assert.DoesNotContain(told.Labels, static label => label.Name.StartsWith(HappeningLabels.CulpritPrefix, StringComparison.Ordinal));
    }

    [Fact]
    public void Update_CallsOfTheHost_AreTheHosts()
    {
        _node.Machine.WriteProcess(30, "sshd", ToldNode.Group(null));
        _node.Tick();
        _node.Calls.Happenings.Enqueue(new FailedCall(_node.Now, 30, 30, "sshd", 0, 49, "bind", AddressInUse, "EADDRINUSE", "", Port(22), TransportProtocol.Tcp, 0));
        Assert.Equal("sshd: bind 0.0.0.0:22 EADDRINUSE", Only(_node.Tick(), HappeningKinds.PortConflict).Text);
    }

    [Fact]
    public void Update_NamesComeLater_WaitsForThem()
    {
        _node.Begin(ToldNode.Id, 10, "sh");
        Assert.Empty(_node.Tick());
        _node.Execute(ToldNode.Id, 10, "web", ToldNode.Environment("web"), beginTick: 1);
        var started = Only(_node.Tick(), HappeningKinds.ContainerStarted);
        Assert.Equal(("task web.shop started", "/shop/web", ToldNode.BeginMs + 1000), (started.Text, ToldNode.Label(started, LabelNames.AppName), started.TimeMs));
    }

    [Fact]
    public void Update_NamesComeAfterTheEnd_TellsAllWithThem()
    {
        _node.Begin(ToldNode.Id, 10, "redis");
        Assert.Empty(_node.Tick());
        _node.Calls.Happenings.Enqueue(Bind(6379));
        _node.Calls.Happenings.Enqueue(Ended(10, status: 1));
        _node.Machine.RemoveProcess(10);
        Assert.Empty(_node.Tick());
        _node.Names = Master("cache.shop.1", ToldNode.Id);
        var told = _node.Tick();
        Assert.Equal([HappeningKinds.ContainerDied, HappeningKinds.ContainerStarted, HappeningKinds.PortConflict], told.Select(static h => h.Kind).Order());
        Assert.All(told, static h => Assert.Equal("cache.shop.1", ToldNode.Label(h, LabelNames.TaskId)));
        Assert.Contains(Only(told, HappeningKinds.ContainerDied).FailedCalls, static call => call.Error == AddressInUse);
        Assert.Equal(told.Select(static h => h.TimeMs).Order(), told.Select(static h => h.TimeMs));
    }

    [Fact]
    public void Update_NamesNeverCome_WaitsThreeTicksAndNoLonger()
    {
        _node.Begin(ToldNode.Id, 10, "unknown");
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(_node.Tick());
        }

        Assert.Equal($"container {ToldNode.Id} started", Only(_node.Tick(), HappeningKinds.ContainerStarted).Text);
    }

    [Fact]
    public void EndWaiting_NamesAreNotKnown_TellsWithoutThem()
    {
        _node.Begin(ToldNode.Id, 10, "unknown");
        Assert.Empty(_node.Tick());
        Assert.Equal(HappeningKinds.ContainerStarted, Assert.Single(_node.End()).Kind);
        Assert.Empty(_node.End());
    }

    static Happening Only(List<Happening> happenings, string kind) => Assert.Single(happenings, happening => happening.Kind == kind);

    static IPEndPoint Port(int port) => new(IPAddress.Any, port);

    FailedCall Bind(int port) => new(_node.Now, 10, 10, "redis", 0, 49, "bind", AddressInUse, "EADDRINUSE", $"addr=0.0.0.0:{port}", Port(port), TransportProtocol.Tcp, 0);

    FailedCall Call(int process, string call, int error, string name, string arguments) =>
        new(_node.Now, process, process, "web", 0, 257, call, error, name, arguments, null, default, 0);

    ProcessEnded Ended(int process, int status = 0, int signal = 0, bool isOutOfMemory = false) =>
        new(_node.Now, process, process, "web", 0, 1, status, signal, false, isOutOfMemory, _node.Now - 1_000_000_000);

    static Clusters.Model.ClusterNames Master(string task, string container)
    {
        var state = new ClusterState();
        var document = $$"""
            { "id": "m", "frameworks": [ { "id": "F", "name": "marathon", "active": true, "tasks": [ { "id": "{{task}}", "name": "cache.shop", "state": "TASK_RUNNING",
              "statuses": [ { "container_status": { "container_id": { "value": "{{container}}" } } } ] } ] } ] }
            """;
        state.Take(MasterStateReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(document))));
        return state.Publish();
    }
}
