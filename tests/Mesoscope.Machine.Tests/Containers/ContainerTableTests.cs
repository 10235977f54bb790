using System.Text;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Containers;

public sealed class ContainerTableTests
{
    const string DockerCgroup = "cpu=/docker/abababababababababababababababababababababababababababababababab";
    const string MesosCgroup = "cpu=/mesos/a9f41620-b165-4d24-abe0-af0af92e7b20";
    readonly MachineState _machine = new();

    [Fact]
    public void Resolve_DockerThread_MakesARecordOnce()
    {
        var first = Add(10, 1, DockerCgroup);
        var second = Add(11, 10, DockerCgroup);

        Assert.Equal("abababababab", Text(first.ContainerId));
        Assert.Same(first.ContainerId, second.ContainerId);
        Assert.Equal(ContainerType.Docker, Assert.Single(_machine.Containers.Items).Type);
    }

    [Fact]
    public void Resolve_ThreadThatLeftItsContainer_IsOfTheHostAgain()
    {
        var thread = Add(10, 1, DockerCgroup);
        thread.Cgroups = "cpu=/"u8.ToArray();

        _machine.Containers.Resolve(thread);

        Assert.Empty(thread.ContainerId);
    }

    [Theory]
    [InlineData("MESOS_TASK_ID=app.1\0", "app.1")]
    [InlineData("A=b\0MESOS_TASK_ID=  app.1  \0", "app.1")]
    [InlineData("MESOS_EXECUTOR_ID=exec.1\0", "exec.1")]
    [InlineData("MESOS_EXECUTOR_ID=ex.1\0mesos_task_id=ct:1:0:j_:\0MESOS_TASK_ID=app.1\0", "app.1")]
    [InlineData("mesos_task_id=ct:1470000000000:0:job:\0", "ct:1470000000000:0:job:")]
    [InlineData("MESOS_TASK_ID=a.\0", null)]
    [InlineData("MESOS_TASK_ID=17\0", null)]
    [InlineData("MESOS_TASK_ID=\0", null)]
    [InlineData("MY_MESOS_TASK_ID=app.1\0", null)]
    [InlineData("", null)]
    public void Resolve_MesosThread_NeedsATaskId(string environment, string? expected)
    {
        var thread = Add(10, 1, MesosCgroup, environment);

        Assert.Equal(expected, _machine.Containers.Find(thread.ContainerId) is { } container ? Text(container.MesosTaskId) : null);
        Assert.Equal(expected is null ? "" : "a9f41620-b165-4d24-abe0-af0af92e7b20", Text(thread.ContainerId));
    }

    [Fact]
    public void Resolve_MesosThreadWithoutEnvironment_AsksItsAncestors()
    {
        Add(10, 1, "cpu=/", "MESOS_TASK_ID=app.1\0");
        Add(11, 10, "cpu=/");

        var thread = Add(12, 11, MesosCgroup);

        Assert.Equal("app.1", Text(_machine.Containers.Find(thread.ContainerId)!.MesosTaskId));
    }

    [Fact]
    public void Resolve_CircleOfParents_Ends()
    {
        Add(10, 11, "cpu=/");

        Assert.Empty(Add(11, 10, MesosCgroup).ContainerId);
    }

    [Fact]
    public void Resolve_IdThatTheClusterKnows_NeedsNoShape()
    {
        _machine.Mesos.Read("""{"mesos_state":{"frameworks":[{"active":true,"id":"F","name":"f","tasks":[{"id":"17","name":"n","state":"TASK_RUNNING"}]}]}}"""u8);

        Assert.NotEmpty(Add(10, 1, MesosCgroup, "MESOS_TASK_ID=17\0").ContainerId);
    }

    [Fact]
    public void Add_RecordWithoutTaskId_TakesItFromEnvironmentOrLabelOrWhatWasKnown()
    {
        _machine.Containers.Add(new ContainerInfo { Id = "a"u8.ToArray(), Environment = ["X=1"u8.ToArray(), "MESOS_TASK_ID=env.1"u8.ToArray()] });
        _machine.Containers.Add(new ContainerInfo { Id = "a"u8.ToArray() });

        Assert.Equal("env.1", Text(_machine.Containers.Find("a"u8)!.MesosTaskId));
    }

    [Fact]
    public void Add_ToAFullTable_ForgetsWhatNoThreadRunsInButTheNewest()
    {
        var machine = new MachineState(new MachineLimits { Containers = 16 });
        machine.Threads.Set(new ThreadState { Tid = 10, Pid = 10, ContainerId = "c3"u8.ToArray() });

        AddContainers(machine, 0, 17);

        // The newest are an eighth of the table.
        Assert.Equal(["c14", "c15", "c16", "c3"], machine.Containers.Items.Select(static c => Text(c.Id)).Order(StringComparer.Ordinal));
        Assert.Equal(0, machine.Containers.RefusedCount);
    }

    [Fact]
    public void Add_ToATableInWhichAllIsUsed_RefusesAndCounts()
    {
        var machine = new MachineState(new MachineLimits { Containers = 4 });
        for (var i = 0; i < 6; i++)
        {
            machine.Threads.Set(new ThreadState { Tid = 10 + i, Pid = 10 + i, ContainerId = Encoding.ASCII.GetBytes($"c{i}") });
        }

        AddContainers(machine, 0, 6);
        AddContainers(machine, 0, 4);

        Assert.Equal(4, machine.Containers.Count);
        Assert.Equal(2, machine.Containers.RefusedCount);
    }

    [Fact]
    public void Resolve_ManyThreadsOfOneContainer_AllocatesNothing()
    {
        var thread = Add(10, 1, DockerCgroup);
        for (var i = 0; i < 50; i++)
        {
            _machine.Containers.Resolve(thread);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _machine.Containers.Resolve(thread);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    ThreadState Add(long tid, long parent, string cgroups, string environment = "")
    {
        var thread = new ThreadState
        {
            Tid = tid,
            Pid = tid,
            ParentTid = parent,
            Cgroups = Encoding.UTF8.GetBytes(cgroups),
            Environment = Encoding.UTF8.GetBytes(environment),
        };
        _machine.Threads.Set(thread);
        _machine.Containers.Resolve(thread);
        return thread;
    }

    static void AddContainers(MachineState machine, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            machine.Containers.Add(new ContainerInfo { Id = Encoding.ASCII.GetBytes($"c{i}") });
        }
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
