using System.Net;

namespace Mesoscope.DemoCluster.Tests.Masters;

public sealed class MasterNodeTests
{
    [Fact]
    public async Task State_OfTheLeader_HoldsTheScene()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/master/state");

        Assert.Equal("1.11.0", state.GetProperty("version").GetString());
        Assert.Equal(state.GetProperty("pid").GetString(), state.GetProperty("leader").GetString());
        var names = state.GetProperty("frameworks").EnumerateArray().Select(f => f.GetProperty("name").GetString());
        Assert.Equal(["marathon", "marathon-user", "chronos", "metronome", "batch", "batch"], names);
        var tasks = state.GetProperty("frameworks")[0].GetProperty("tasks").EnumerateArray().ToList();
        var redis = tasks.Single(t => t.GetProperty("name").GetString() == "redis.db.shop");
        Assert.Equal("TASK_RUNNING", redis.GetProperty("state").GetString());
        var status = redis.GetProperty("statuses")[1];
        Assert.True(Guid.TryParse(status.GetProperty("container_status").GetProperty("container_id").GetProperty("value").GetString(), out _));
    }

    [Fact]
    public async Task State_OfAStandby_SendsToTheLeader()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var answer = await DemoClient.Http.GetAsync(new Uri(cluster.MasterAddresses[1], "/master/state"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal($"//127.0.0.1:{cluster.LeaderAddress!.Port}/master/state", answer.Headers.GetValues("Location").Single());
    }

    [Theory]
    [InlineData("1.8.0", "/master/state", HttpStatusCode.OK)]
    [InlineData("1.8.0", "/master/state.json", HttpStatusCode.NotFound)]
    [InlineData("1.7.0", "/state.json", HttpStatusCode.OK)]
    [InlineData("1.7.0", "/state", HttpStatusCode.OK)]
    [InlineData("0.24.0", "/state", HttpStatusCode.NotFound)]
    [InlineData("0.24.0", "/master/state.json", HttpStatusCode.OK)]
    public async Task StatePaths_ByVersion_AreThoseOfThatVersion(string version, string path, HttpStatusCode expected)
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { MesosVersion = Version.Parse(version) });
        using var answer = await DemoClient.Http.GetAsync(new Uri(cluster.LeaderAddress!, path));
        Assert.Equal(expected, answer.StatusCode);
    }
}
