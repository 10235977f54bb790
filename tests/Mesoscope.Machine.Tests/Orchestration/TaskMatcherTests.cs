using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Orchestration.Mesos;
using Label = Mesoscope.Clusters.Text.Label;

namespace Mesoscope.Machine.Tests.Orchestration;

public sealed class TaskMatcherTests
{
    const string Native = "a9f41620-b165-4d24-abe0-af0af92e7b20";
    const string Inner = "b9f41620-b165-4d24-abe0-af0af92e7b20";
    const string Docker = "c9f41620-b165-4d24-abe0-af0af92e7b20";
    const string DockerId = "0123456789ab";
    const long Tid = 40;
    const long Parent = 30;

    static readonly string s_dockerCgroup = "cpu=/docker/" + DockerId + new string('c', 52) + "\0";

    readonly MachineState _machine = new();

    [Fact]
    public void Find_ByContainer_GoesBeforeWhatTheEnvironmentSays() =>
        Assert.Equal("native", Find($"freezer=/mesos/{Native}\0", "MESOS_TASK_ID=other.1"));

    [Fact]
    public void Find_OfANestedContainer_TakesTheInnerOne() =>
        Assert.Equal("inner", Find($"freezer=/mesos/{Native}/mesos/{Inner}\0cpu=/mesos/{Native}\0", ""));

    [Theory]
    [InlineData($"mesos-{Docker}")]
    [InlineData($"mesos-agent-S0.{Docker}")]
    [InlineData($"mesos-agent-S0.{Docker}.executor")]
    public void Find_ByTheNameOfADockerContainer_TakesItsTask(string name)
    {
        _machine.Containers.Add(new ContainerInfo { Id = Bytes(DockerId), Type = ContainerType.Docker, Name = Bytes(name) });

        Assert.Equal("docker", Find(s_dockerCgroup, "MESOS_TASK_ID=other.1"));
    }

    [Fact]
    public void Find_ByTheLabelOfADockerContainer_TakesItsTask()
    {
        _machine.Containers.Add(new ContainerInfo { Id = Bytes(DockerId), Type = ContainerType.Docker, Name = "redis"u8.ToArray(), Labels = [new Label("MESOS_TASK_ID"u8.ToArray(), "other.1"u8.ToArray())] });

        Assert.Equal("other", Find(s_dockerCgroup, ""));
    }

    [Theory]
    [InlineData("MESOS_TASK_ID=other.1", "other")]
    [InlineData("mesos_task_id=ct:1470000000000:0:job:", "job")]
    [InlineData("MESOS_TASK_ID=0\0MESOS_EXECUTOR_ID=other.1", "other")]
    [InlineData("MESOS_EXECUTOR_ID=other.1", "other")]
    [InlineData($"MESOS_CONTAINER_NAME=mesos-{Docker}", "docker")]
    [InlineData($"MESOS_SANDBOX=/var/lib/mesos/slaves/S0/frameworks/F/executors/x/runs/{Native}", "native")]
    [InlineData($"MESOS_SANDBOX=/var/lib/mesos/containers/{Native}/containers/{Inner}", "inner")]
    [InlineData("MESOS_FRAMEWORK_ID=F\0MESOS_SLAVE_ID=S0\0MESOS_EXECUTOR_ID=alone", "of-executor")]
    [InlineData("MESOS_FRAMEWORK_ID=F\0MESOS_SLAVE_ID=S1\0MESOS_EXECUTOR_ID=alone", null)]
    [InlineData("MESOS_FRAMEWORK_ID=F\0MESOS_SLAVE_ID=S0\0MESOS_EXECUTOR_ID=crowd", null)]
    [InlineData("MESOS_TASK_ID=unknown.1", null)]
    [InlineData("", null)]
    public void Find_WithoutAContainer_GoesByTheEnvironmentOfTheProcessAndItsAncestors(string environment, string? expected)
    {
        Assert.Equal(expected, Find("cpu=/user.slice\0", environment));

        _machine.AddThread(new ThreadEntry { Tid = 50, Pid = 50, ParentTid = Tid, Comm = "child"u8.ToArray() });
        Assert.Equal(expected, Name(50));
    }

    [Fact]
    public void Find_OfAWorkingDirectoryInASandbox_TakesItsTask()
    {
        Add(Tid, "", "", "sh", directory: $"/var/lib/mesos/slaves/S0/frameworks/F/executors/x/runs/{Native}/data");
        Use();

        Assert.Equal("native", Name(Tid));
    }

    [Fact]
    public void Find_OfMesosOwnProcesses_IsNobody()
    {
        Add(Parent, "", "MESOS_EXECUTOR_ID=other.1", "mesos-docker-ex");
        Add(Tid, "", "", "sh");
        Use();

        Assert.Equal((null, null), (Name(Parent), Name(Tid)));
    }

    [Fact]
    public void UseClusterNames_AfterTheThreads_NamesThemToo()
    {
        Add(Tid, $"freezer=/mesos/{Native}\0", "", "sh");
        Use("""{"frameworks":[]}""");
        Assert.Equal(Native, Encoding.UTF8.GetString(Match(Tid).UnnamedContainer!));

        Use();

        Assert.Equal("native", Name(Tid));
        Assert.Null(Match(Tid).UnnamedContainer);
        Assert.Equal(Native, Encoding.UTF8.GetString(_machine.FindThread(Tid)!.ContainerId));
    }

    [Fact]
    public void UnnamedContainer_OfOtherThreads_IsNull()
    {
        Add(Tid, "cpu=/user.slice\0", "", "sh");
        Add(41, s_dockerCgroup, "", "redis");
        Add(42, $"freezer=/mesos/{Native}\0", "", "mesos-default-e");
        Assert.Null(Match(Tid).UnnamedContainer);

        Use("""{"frameworks":[]}""");

        Assert.All([Tid, 41L, 42L], tid => Assert.Null(Match(tid).UnnamedContainer));
    }

    string? Find(string cgroups, string environment)
    {
        Add(Tid, cgroups, environment, "sh");
        Use();
        return Name(Tid);
    }

    void Add(long tid, string cgroups, string environment, string comm, string directory = "/") => _machine.AddThread(new ThreadEntry
    {
        Tid = tid, Pid = tid, ParentTid = tid == Tid ? Parent : 1, Comm = Bytes(comm), Cgroups = Bytes(cgroups), Environment = Bytes(environment + "\0"), WorkingDirectory = Bytes(directory),
    });

    void Use(string? document = null)
    {
        var state = new ClusterState();
        state.Take(MasterStateReader.Read(new MemoryStream(Bytes(document ?? $$$$$"""
            {"frameworks":[{"id":"F","name":"f","active":true,"tasks":[
            {"id":"native.1","name":"native","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"{{{{{Native}}}}}"}}}]},
            {"id":"inner.1","name":"inner","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"{{{{{Inner}}}}}","parent":{"value":"{{{{{Native}}}}}"}}}}]},
            {"id":"docker.1","name":"docker","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"{{{{{Docker}}}}}"}}}]},
            {"id":"other.1","name":"other","state":"TASK_RUNNING"},
            {"id":"ct:1470000000000:0:job:","name":"job","state":"TASK_RUNNING"},
            {"id":"e1","name":"of-executor","state":"TASK_RUNNING","slave_id":"S0","executor_id":"alone"},
            {"id":"e2","name":"first","state":"TASK_RUNNING","slave_id":"S0","executor_id":"crowd"},
            {"id":"e3","name":"second","state":"TASK_RUNNING","slave_id":"S0","executor_id":"crowd"}]}]}
            """))));
        _machine.UseClusterNames(state.Publish());
    }

    TaskMatch Match(long tid) => _machine.Tasks.Find(_machine.FindThread(tid)!);

    string? Name(long tid) => Match(tid).Task is { } task ? Encoding.UTF8.GetString(task.Name) : null;

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
