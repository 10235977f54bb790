using System.Text;
using Mesoscope.Cli.Live;
using Mesoscope.Containers;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Testing.Events;

namespace Mesoscope.Cli.Tests.Live;

public sealed class ContainerFeedTests : IDisposable
{
    const long Tid = 40;
    const string Id = "0123456789ab";
    const string Cgroups = "cpu=/kubepods/pod1/crio-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\0";

    // Only a test that fails waits that long.
    static readonly TimeSpan s_long = TimeSpan.FromMinutes(2);

    readonly MachineState _machine = new(new MachineLimits());
    readonly List<ContainerFeed> _feeds = [];

    public void Dispose() => _feeds.ForEach(f => f.Dispose());

    [Fact]
    public void WaitForStart_WithAContainerOfTheFirstState_MakesItPartOfIt()
    {
        var feed = Begin(s_long);
        feed.WaitForStart();
        var next = new Event();
        Assert.True(feed.TryTake(next, 77));
        Assert.Equal((EventType.ContainerJsonV2Enter, 77UL), (next.Type, next.Timestamp));
        Apply(next);
        Assert.Equal(ContainerType.CriO, _machine.Containers.Find(Encoding.ASCII.GetBytes(Id))!.Type);
        Assert.False(feed.TryTake(next, 78));
    }

    [Fact]
    public void TryHold_OfTheFirstEventOfAContainer_BringsItsNamesFirst()
    {
        var feed = Begin(s_long);
        var next = Attach(Tid);
        Assert.True(feed.TryHold(next));
        Assert.True(feed.TryTake(next, 77));
        Assert.Equal(EventType.ContainerJsonV2Enter, next.Type);
        Assert.True(feed.TryTake(next, 77));
        Assert.Equal((EventType.SyscallCloseEnter, Tid), (next.Type, next.ThreadId));
        Assert.False(feed.TryTake(next, 77));
        Assert.False(feed.TryHold(Attach(Tid)));
    }

    [Fact]
    public void TryHold_OfAThreadOfTheHost_DoesNotWait()
    {
        var feed = Begin(s_long);
        _machine.AddThread(new ThreadEntry { Tid = 41, Pid = 41 });
        Assert.False(feed.TryHold(Attach(41)));
        Assert.False(feed.TryHold(Attach(4711)));
    }

    [Fact]
    public void TryHold_WithoutTimeToWait_LetsTheEventGo()
    {
        var feed = Begin(TimeSpan.Zero);
        Assert.False(feed.TryHold(Attach(Tid)));
    }

    // No socket is asked about containers of Kubernetes: what their control groups tell is the answer.
    ContainerFeed Begin(TimeSpan hold)
    {
        var watch = new ContainerWatch(new ContainerWatchOptions { DockerSocket = "/nowhere/docker.sock", PodmanSocket = "/nowhere/podman.sock" });
        var feed = new ContainerFeed(watch, hold, TimeProvider.System);
        _feeds.Add(feed);
        feed.Begin(_machine);
        _machine.BeginSection();
        _machine.AddThread(new ThreadEntry { Tid = Tid, Pid = Tid, Cgroups = Encoding.ASCII.GetBytes(Cgroups) });
        return feed;
    }

    void Apply(Event next)
    {
        var context = new EventContext(_machine);
        context.Event.Attach(next.Buffer, next.Offset, next.Length, next.Cpu, next.BlockFlags);
        new StateEngine(_machine, context, default).Process(null);
    }

    static Event Attach(long tid)
    {
        var bytes = EventBuilder.Bytes(EventType.SyscallCloseEnter, 5, tid, 3L);
        var next = new Event();
        next.Attach(bytes, 0, bytes.Length, 1, EventBlockFlags.None);
        return next;
    }
}
