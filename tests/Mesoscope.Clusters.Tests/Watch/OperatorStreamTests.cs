using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Watch;

public sealed class OperatorStreamTests
{
    const string Subscribed = """
        {"type":"SUBSCRIBED","subscribed":{"heartbeat_interval_seconds":15.0,"get_state":{"get_tasks":{"tasks":[
        {"name":"one","task_id":{"value":"a"},"framework_id":{"value":"F"},"agent_id":{"value":"S"},"state":"TASK_RUNNING"}]},
        "get_frameworks":{"frameworks":[{"framework_info":{"id":{"value":"F"},"name":"batch"},"active":true}]},"get_executors":{},"get_agents":{}}}}
        """;

    const string Added = """
        {"type":"TASK_ADDED","task_added":{"task":
        {"name":"two","task_id":{"value":"b"},"framework_id":{"value":"F"},"agent_id":{"value":"S"},"state":"TASK_STAGING"}}}
        """;

    const string Heartbeat = """{"type":"HEARTBEAT"}""";

    [Fact]
    public void Watch_OfAStream_TakesItsStateAndItsEvents()
    {
        using var master = new FakeMaster { Stream = FakeMaster.Record(Subscribed) + FakeMaster.Record(Heartbeat) + FakeMaster.Record(Added) };
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);

        cluster.WaitFor("a b");

        Assert.DoesNotContain(master.Requests, request => request.Path == "/master/state");
        var call = Assert.Single(master.Requests, request => request.Path == "/api/v1");
        Assert.Equal("""POST {"type":"SUBSCRIBE"} application/json application/json""", $"{call.Method} {call.Body} {call.Header("Content-Type")} {call.Header("Accept")}");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("10\n{}")]
    [InlineData("4\nnull3\n{}")]
    [InlineData("62\n{\"type\":\"SUBSCRIBED\",\"subscribed\":{\"get_state\":{\"get_tasks\":[")]
    public void Watch_OfAStreamThatIsNone_AsksInstead(string stream)
    {
        using var master = new FakeMaster("a") { Stream = stream };
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);

        cluster.WaitFor("a");
    }

    [Fact]
    public void Watch_WhenTheStreamBreaks_SubscribesAgain()
    {
        using var master = new FakeMaster { Stream = FakeMaster.Record(Subscribed) + "rubbish" };
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);
        cluster.WaitFor("a");

        master.Stream = FakeMaster.Record(Subscribed) + FakeMaster.Record(Added);

        cluster.WaitFor("a b");
        Assert.Single(cluster.Lines, line => line.Contains("length of a record", StringComparison.Ordinal));
    }
}
