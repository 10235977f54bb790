using System.Text;
using Mesoscope.Machine.Orchestration.Mesos;

namespace Mesoscope.Machine.Tests.Orchestration;

public sealed class MesosStateTests
{
    const string State =
        """
        {"mesos_state":{"frameworks":[
          {"active":true,"id":"F1","name":"marathon","tasks":[
            {"id":"web.1","name":"web","state":"TASK_RUNNING","labels":[{"key":"tier","value":"front"},{"key":"tier"},{"value":"x"},{"key":"n","value":7}]},
            {"id":"db.2","state":"TASK_RUNNING"},{"id":"nodot","state":"TASK_RUNNING","labels":{"k":"v"}},
            {"id":"old.3","name":"old","state":"TASK_FINISHED"},{"name":"noid","state":"TASK_RUNNING"}]},
          {"active":true,"id":"F2","name":"","tasks":[{"taskId":"job.4","name":"job","state":"TASK_RUNNING"}]},
          {"active":false,"id":"F3","name":"gone","tasks":[{"id":"gone.5","name":"gone","state":"TASK_RUNNING"}]}]}}
        """;

    readonly MesosState _mesos = new();

    [Theory]
    [InlineData("web.1", "web F1 marathon tier=front,tier=,=x,n=7")]
    [InlineData("db.2", "db F1 marathon ")]
    [InlineData("nodot", "nodot F1 marathon k=v")]
    [InlineData("job.4", "job F2 F2 ")]
    [InlineData("old.3", null)]
    [InlineData("gone.5", null)]
    [InlineData("", null)]
    public void Read_State_KeepsRunningTasksOfActiveFrameworks(string id, string? expected)
    {
        Read(State);

        var task = _mesos.Names.FindTask(Encoding.UTF8.GetBytes(id));
        Assert.Equal(expected, task is null ? null : $"{Text(task.Name)} {Text(task.FrameworkId)} {Text(_mesos.Names.FindFramework(task.FrameworkId)!.Name)} {Labels(task.Labels)}");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"mesos_state":{}}""")]
    [InlineData("""{"mesos_state":{"frameworks":{}}}""")]
    public void Read_BadDocument_IsCountedAndTheLastStateStays(string json)
    {
        Read(State);

        Read(json);

        Assert.Equal(1, _mesos.BadEventCount);
        Assert.True(_mesos.Names.FindTask("web.1"u8) is not null);
    }

    [Fact]
    public void Read_EmptyCluster_IsACluster()
    {
        Read(State);

        Read("""{"mesos_state":{"frameworks":[]}}""");

        Assert.Empty(_mesos.Names.Tasks);
        Assert.Equal(0, _mesos.BadEventCount);
    }

    [Theory]
    [InlineData("/top", "/")]
    [InlineData("/shop/web", "/shop")]
    [InlineData("/x/y/z/nested", "/x/y/z")]
    [InlineData("noslash", null)]
    public void Read_Apps_LinkToTasksAndGroups(string app, string? group)
    {
        Read(State);
        Read($$$"""{"marathon_apps":{"frameworkId":"F1","apps":[{"id":"{{{app}}}","labels":{"b":"2","B":"1"},"tasks":[{"id":"web.1"}]}]}}""");

        var found = _mesos.Names.FindApp(_mesos.Names.FindTask("web.1"u8)!);
        Assert.Equal(group, found is null ? null : Text(found.GroupId));
        Assert.Equal(group is null ? "" : "B=1,b=2", Labels(found?.Labels ?? []));
    }

    [Fact]
    public void Read_AppsBeforeTheState_LinkOnlyWithTheNextApps()
    {
        const string Apps = """{"marathon_apps":{"frameworkId":"F1","apps":[{"id":"/a","tasks":[{"id":"web.1"}]}]}}""";
        Read(Apps);
        Read(State);
        var task = _mesos.Names.FindTask("web.1"u8)!;
        Assert.Null(_mesos.Names.FindApp(task));

        Read(Apps);

        Assert.NotNull(_mesos.Names.FindApp(task));
    }

    [Fact]
    public void Read_NextApps_ReplaceLinksAndLabels()
    {
        Read(State);
        Read("""{"marathon_apps":{"frameworkId":"F1","apps":[{"id":"/a","labels":{"v":"1"},"tasks":[{"id":"web.1"},{"id":"db.2"}]}]}}""");
        Read("""{"marathon_apps":{"frameworkId":"F1","apps":[{"id":"/b","labels":{"v":"2"},"tasks":[{"id":"web.1"}]}]}}""");

        Assert.Equal("v=2", Labels(_mesos.Names.FindApp(_mesos.Names.FindTask("web.1"u8)!)!.Labels));
        Assert.Null(_mesos.Names.FindApp(_mesos.Names.FindTask("db.2"u8)!));
    }

    [Fact]
    public void Read_GroupsOfAnUnknownFramework_ChangeNothing()
    {
        Read(State);

        Read("""{"marathon_groups":{"frameworkId":"OTHER","id":"/","apps":[{"id":"/x/a","instances":1}],"groups":[{"id":"/x"}]}}""");

        Assert.Equal(0, _mesos.BadEventCount);
        Assert.Equal(4, _mesos.Names.Tasks.Count);
    }

    [Fact]
    public void Read_SeveralDocumentsInOne_ApplyStateFirst()
    {
        Read("""{"marathon_apps":{"apps":[{"id":"/a","tasks":[{"id":"t.1"}]}]},"mesos_state":{"frameworks":[{"active":true,"id":"F","tasks":[{"id":"t.1","state":"TASK_RUNNING"}]}]}}""");

        Assert.NotNull(_mesos.Names.FindApp(_mesos.Names.FindTask("t.1"u8)!));
    }

    void Read(string json) => _mesos.Read(Encoding.UTF8.GetBytes(json + "\0"));

    static string Labels(IReadOnlyList<Clusters.Text.Label> labels) => string.Join(',', labels.Select(l => $"{Text(l.Key)}={Text(l.Value)}"));

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
