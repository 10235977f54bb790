using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.State;
using static Mesoscope.Clusters.Tests.Documents.Bytes;

namespace Mesoscope.Clusters.Tests.Documents;

public sealed class HealthTests
{
    const string Failed = """{"alive":false,"consecutiveFailures":3,"firstSuccess":null,"lastSuccess":null,"lastFailure":"2026-03-01T10:00:00.000Z","taskId":"t"}""";
    const string Passed = """{"alive":true,"lastFailure":"2026-03-01T09:00:00.000Z","lastSuccess":"2026-03-01T10:00:00.000Z"}""";
    const string Waiting = """{"alive":false,"lastFailure":null,"lastSuccess":null}""";

    [Theory]
    [InlineData("", null)]
    [InlineData("""{"state":"TASK_RUNNING"}""", null)]
    [InlineData("""{"state":"TASK_RUNNING","healthy":true}""", true)]
    [InlineData("""{"state":"TASK_STARTING"},{"state":"TASK_RUNNING","healthy":false}""", false)]
    [InlineData("""{"state":"TASK_RUNNING","healthy":false},{"state":"TASK_RUNNING","healthy":true}""", true)]
    [InlineData("""{"state":"TASK_RUNNING","healthy":false},{"state":"TASK_KILLING"}""", null)]
    [InlineData("""{"state":"TASK_RUNNING","healthy":"no"}""", null)]
    public void Read_StatusesOfMesos_TakesTheLast(string statuses, bool? expected)
    {
        var state = MasterStateReader.Read(Stream($$"""{"id":"m","frameworks":[{"id":"F","name":"f","tasks":[{"id":"t","state":"TASK_RUNNING","statuses":[{{statuses}}]}]}]}"""));
        Assert.Equal(expected, Assert.Single(state.Tasks).IsHealthy);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData(Passed, true)]
    [InlineData(Failed, false)]
    [InlineData(Waiting, null)]
    [InlineData(Passed + "," + Failed, false)]
    [InlineData(Failed + "," + Passed, false)]
    [InlineData(Passed + "," + Waiting, null)]
    [InlineData(Waiting + "," + Failed, false)]
    public void ReadApps_ResultsOfMarathonsChecks_AreUnhealthyWhenOneFails(string results, bool? expected)
    {
        var apps = MarathonAppsReader.ReadApps(Stream(Apps(results)));
        var task = Assert.Single(apps.TaskDetails);
        Assert.Equal(("t", "2026-01-01T00:00:00.000Z", expected), (Show(task.Id), Show(task.Version), task.IsHealthy));
        Assert.Equal("d1, d2", Show(Assert.Single(apps.Apps).DeploymentIds));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("true", "", true)]
    [InlineData("true", Failed, false)]
    [InlineData("false", Passed, false)]
    [InlineData("", Passed, true)]
    public void FindHealth_ChecksOfBoth_FailsWhenOneDoes(string mesos, string marathon, bool? expected)
    {
        var cluster = new ClusterState();
        var status = mesos.Length == 0 ? "" : $$"""{"state":"TASK_RUNNING","healthy":{{mesos}}}""";
        cluster.Take(MasterStateReader.Read(Stream($$"""{"id":"m","frameworks":[{"id":"F","name":"f","active":true,"tasks":[{"id":"t","state":"TASK_RUNNING","statuses":[{{status}}]}]}]}""")));
        cluster.TakeApps("F"u8.ToArray(), MarathonAppsReader.ReadApps(Stream(Apps(marathon))));
        var names = cluster.Publish();
        Assert.Equal(expected, names.FindHealth(names.FindTask("t"u8)!));
    }

    [Fact]
    public void ReadApps_CutAtEveryByte_IsNotUsable()
    {
        var document = Apps(Passed + "," + Failed);
        for (var length = 0; length < document.Length; length++)
        {
            Assert.False(MarathonAppsReader.ReadApps(Stream(document[..length])).IsUsable);
        }
    }

    static string Apps(string results) =>
        $$"""{"apps":[{"id":"/a","version":"2026-02-02T00:00:00.000Z","deployments":[{"id":"d1"},{"id":"d2"}],"tasks":[{"id":"t","version":"2026-01-01T00:00:00.000Z","healthCheckResults":[{{results}}]}]}]}""";
}
