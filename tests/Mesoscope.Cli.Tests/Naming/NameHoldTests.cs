using System.Text;
using Mesoscope.Cli.Naming;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Recording;
using Mesoscope.Clusters.State;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Testing.Events;

namespace Mesoscope.Cli.Tests.Naming;

public sealed class NameHoldTests : IDisposable
{
    const string Container = "a9f41620-b165-4d24-abe0-af0af92e7b20";
    const string Other = "b9f41620-b165-4d24-abe0-af0af92e7b20";
    const long Tid = 40;

    // Only a test that fails waits that long.
    static readonly TimeSpan s_long = TimeSpan.FromMinutes(2);

    static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(1);

    readonly MachineState _machine = new();
    readonly ClusterState _cluster = new();
    readonly ClusterFeed _feed = new(records: false);

    public NameHoldTests()
    {
        _machine.BeginSection();
        Add(Tid, Container);
        Add(Tid + 1, Other);
        Know("");
    }

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task WaitFor_NewsThatNameTheTask_LetsTheEventGoNamed()
    {
        var hold = new NameHold(_feed, s_long, TimeProvider.System);
        var waiting = Task.Run(() => hold.WaitFor(Attach(Tid), _machine, Update));

        Offer(Container);

        Assert.True(await waiting);
        Assert.Equal("web", Encoding.UTF8.GetString(_machine.Tasks.Find(_machine.FindThread(Tid)!).Task!.Name));
    }

    [Fact]
    public void WaitFor_InVain_IsNotDoneAgainUntilThereAreNews()
    {
        var hold = new NameHold(_feed, s_short, TimeProvider.System);
        Assert.False(hold.WaitFor(Attach(Tid), _machine, Update));

        var patient = new NameHold(_feed, s_short, TimeProvider.System);
        Assert.False(patient.WaitFor(Attach(Tid), _machine, Update));
        Offer(Other);
        Assert.False(patient.WaitFor(Attach(Tid + 1), _machine, Update));

        patient.Reset();
        Assert.True(patient.WaitFor(Attach(Tid + 1), _machine, Update));
    }

    [Fact]
    public void WaitFor_AContainerThatWasWaitedFor_DoesNotWait()
    {
        var hold = new NameHold(_feed, s_short, TimeProvider.System);
        Assert.False(hold.WaitFor(Attach(Tid), _machine, Update));
        hold.Reset();
        Offer(Container);

        Assert.False(hold.WaitFor(Attach(Tid), _machine, Update));
    }

    [Fact]
    public void WaitFor_WithoutTimeOrAThreadOfMesos_LetsTheEventGo()
    {
        Add(Tid + 2, "");
        Assert.False(new NameHold(_feed, TimeSpan.Zero, TimeProvider.System).WaitFor(Attach(Tid), _machine, Update));
        var hold = new NameHold(_feed, s_long, TimeProvider.System);
        Assert.False(hold.WaitFor(Attach(Tid + 2), _machine, Update));
        Assert.False(hold.WaitFor(Attach(4711), _machine, Update));
    }

    void Add(long tid, string container) => _machine.AddThread(new ThreadEntry { Tid = tid, Pid = tid, Comm = "sh"u8.ToArray(), Cgroups = Encoding.ASCII.GetBytes($"freezer=/mesos/{container}\0") });

    void Know(string container)
    {
        Read(container);
        _machine.UseClusterNames(_cluster.Publish());
    }

    void Offer(string container)
    {
        Read(container);
        _feed.Offer(_cluster.Publish());
    }

    void Read(string container)
    {
        var tasks = container.Length == 0 ? "" : $$$$"""{"id":"web.1","name":"web","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"{{{{container}}}}"}}}]}""";
        _cluster.Take(MasterStateReader.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"id":"m","frameworks":[{"id":"F","name":"f","active":true,"tasks":[{{tasks}}]}]}"""))));
    }

    void Update()
    {
        if (_feed.TryTake(out var update))
        {
            _machine.UseClusterNames(update.Names);
        }
    }

    static Event Attach(long tid)
    {
        var bytes = EventBuilder.Bytes(EventType.SyscallCloseEnter, 5, tid, 3L);
        var next = new Event();
        next.Attach(bytes, 0, bytes.Length, 1, EventBlockFlags.None);
        return next;
    }
}
