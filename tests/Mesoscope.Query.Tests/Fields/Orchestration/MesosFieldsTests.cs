using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.State;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Tests.Fields.Orchestration;

public sealed class MesosFieldsTests
{
    readonly EventContext _context = new(new MachineState());

    public MesosFieldsTests()
    {
        _context.Machine.Containers.Add(new ContainerInfo { Id = "c1"u8.ToArray(), Type = ContainerType.Mesos, Name = "c1"u8.ToArray(), MesosTaskId = "web.1"u8.ToArray() });
        _context.Thread = new ThreadState { ContainerId = "c1"u8.ToArray() };
    }

    [Theory]
    [InlineData("mesos.task.name", "web")]
    [InlineData("mesos.task.id", "web.1")]
    [InlineData("mesos.task.label.tier", "")]
    [InlineData("mesos.task.label.a.b/c-d_e", "x")]
    [InlineData("mesos.task.label.", "v")]
    [InlineData("mesos.task.label.none", null)]
    [InlineData("mesos.task.labels", "tier, a.b/c-d_e:x, :v")]
    [InlineData("mesos.framework.name", "marathon")]
    [InlineData("mesos.framework.id", "F2")]
    [InlineData("marathon.app.name", "/shop/web")]
    [InlineData("marathon.app.id", "/shop/web")]
    [InlineData("marathon.app.label.a", "1")]
    [InlineData("marathon.app.labels", "a:1")]
    [InlineData("marathon.group.name", "/shop")]
    [InlineData("marathon.group.id", "/shop")]
    [InlineData("container.name", "web")]
    public void TryAppend_RunningTask_TellsItsNames(string field, string? expected)
    {
        Read("""
            {"mesos_state":{"frameworks":[{"active":true,"id":"F1","name":"other","tasks":[]},{"active":true,"id":"F2","name":"marathon","tasks":[
            {"id":"web.1","name":"web","state":"TASK_RUNNING","labels":[{"key":"tier"},{"key":"a.b/c-d_e","value":"x"},{"value":"v"}]}]}]},
            "marathon_apps":{"frameworkId":"F2","apps":[{"id":"/shop/web","labels":{"a":"1"},"tasks":[{"id":"web.1"}]}]}}
            """);

        Assert.Equal(expected, Append(FieldRegistry.Bind(field, new FieldSession())));
    }

    [Theory]
    [InlineData("mesos.task.state", "TASK_RUNNING")]
    [InlineData("mesos.slave.name", "node-1")]
    [InlineData("mesos.slave.id", "S0")]
    [InlineData("mesos.executor.id", "web.1")]
    [InlineData("mesos.container.id", "c1")]
    [InlineData("mesos.framework.user", "root")]
    [InlineData("mesos.framework.role", "prod")]
    [InlineData("marathon.app.version", "2016-03-01T00:00:00.000Z")]
    [InlineData("marathon.pod.id", "/shop/pod")]
    [InlineData("dcos.service.name", "shop/web")]
    [InlineData("container.task", "web")]
    public void TryAppend_TaskOfAWatchedCluster_TellsWhatSysdigDoesNot(string field, string expected)
    {
        var state = new ClusterState();
        state.Take(MasterStateReader.Read(Stream("""
            {"slaves":[{"id":"S0","hostname":"node-1"}],"frameworks":[{"active":true,"id":"F2","name":"marathon","user":"root","role":"prod","tasks":[
            {"id":"web.1","name":"web","state":"TASK_RUNNING","slave_id":"S0","statuses":[{"container_status":{"container_id":{"value":"c1"}}}]}]}]}
            """)));
        state.TakeApps("F2"u8.ToArray(), MarathonAppsReader.ReadApps(Stream("""{"apps":[{"id":"/shop/web","version":"2016-03-01T00:00:00.000Z","tasks":[{"id":"web.1"}]}]}""")));
        state.TakePods("F2"u8.ToArray(), MarathonPodsReader.Read(Stream("""[{"id":"/shop/pod","instances":[{"containers":[{"containerId":"web.1"}]}]}]""")));

        _context.Machine.UseClusterNames(state.Publish());

        Assert.Equal(expected, Append(FieldRegistry.Bind(field, new FieldSession())));
    }

    static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void TryAppend_TaskThatEnded_IsAbsent()
    {
        var field = FieldRegistry.Bind("mesos.task.labels", new FieldSession());
        Read("""{"mesos_state":{"frameworks":[{"active":true,"id":"F","name":"f","tasks":[{"id":"web.1","state":"TASK_RUNNING"}]}]}}""");
        Assert.Equal("", Append(field));

        Read("""{"mesos_state":{"frameworks":[{"active":true,"id":"F","name":"f","tasks":[{"id":"web.1","state":"TASK_LOST"}]}]}}""");

        Assert.Null(Append(field));
    }

    [Theory]
    [InlineData("mesos.task.label")]
    [InlineData("mesos.task.labelx")]
    [InlineData("mesos.slave")]
    public void Bind_NoField_IsRefused(string field) => Assert.Throws<FieldException>(() => FieldRegistry.Bind(field, new FieldSession()));

    [Fact]
    public void TryAppend_SameContainerAgain_AllocatesNothing()
    {
        Read("""{"mesos_state":{"frameworks":[{"active":true,"id":"F","name":"f","tasks":[{"id":"web.1","state":"TASK_RUNNING"}]}]}}""");
        var field = FieldRegistry.Bind("mesos.task.name", new FieldSession());
        var output = new Utf8Writer();
        for (var i = 0; i < 100; i++)
        {
            field.TryAppend(_context, output);
            output.Clear();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            field.TryAppend(_context, output);
            output.Clear();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    void Read(string json) => _context.Machine.Mesos.Read(Encoding.UTF8.GetBytes(json));

    string? Append(Field field)
    {
        var output = new Utf8Writer();
        return field.TryAppend(_context, output) ? Encoding.UTF8.GetString(output.Written) : null;
    }
}
