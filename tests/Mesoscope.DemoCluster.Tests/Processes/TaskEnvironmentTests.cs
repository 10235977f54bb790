using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Processes;

namespace Mesoscope.DemoCluster.Tests.Processes;

public sealed class TaskEnvironmentTests
{
    static readonly ClusterTask s_task = new("a.1", "a", "F-0000", "F-S0", new ContainerId("c1")) { Labels = [new("my-key", "v"), new("long", new string('x', 513)), new("none", null)], Ports = [31000] };

    [Fact]
    public void Of_ATaskOfMarathon_HasMarathonsVariables()
    {
        var values = TaskEnvironment.Of(s_task with { RunSpecId = "/a" }, null);
        Assert.Equal("a.1", values["MESOS_TASK_ID"]);
        Assert.Equal("/a", values["MARATHON_APP_ID"]);
        Assert.Equal("MY_KEY", values["MARATHON_APP_LABELS"]);
        Assert.Equal("v", values["MARATHON_APP_LABEL_MY_KEY"]);
        Assert.Equal("31000", values["PORT0"]);
    }

    [Fact]
    public void Of_ATaskOfAnotherFramework_HasNoTaskId()
    {
        var values = TaskEnvironment.Of(s_task, null);
        Assert.DoesNotContain("MESOS_TASK_ID", values.Keys);
        Assert.Equal("a.1", values["MESOS_EXECUTOR_ID"]);
        Assert.EndsWith("/runs/c1", values["MESOS_SANDBOX"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AContainerOfAPod_IsNearlyEmpty()
    {
        var values = TaskEnvironment.Of(s_task with { RunSpecId = "/p", Container = new("c2", new("c1")) }, null);
        Assert.Equal(["MESOS_ALLOCATION_ROLE", "MESOS_CONTAINER_IP", "MESOS_SANDBOX", "PATH"], values.Keys.Order(StringComparer.Ordinal));
        Assert.EndsWith("/runs/c1/containers/c2", values["MESOS_SANDBOX"], StringComparison.Ordinal);
    }
}
