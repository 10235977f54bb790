using System.Net;

namespace Mesoscope.DemoCluster.Tests.Commands;

public sealed class MasterCommandsTests
{
    [Fact]
    public async Task FailOver_WithThreeMasters_MovesTheLeadership()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await cluster.CommandAsync("fail-over");

        Assert.Equal(cluster.MasterAddresses[1], cluster.LeaderAddress);
        await Assert.ThrowsAsync<HttpRequestException>(() => DemoClient.Http.GetAsync(new Uri(cluster.MasterAddresses[0], "/state")));
        var state = await DemoClient.GetJsonAsync(cluster.MasterAddresses[1], "/state");
        Assert.NotEmpty(state.GetProperty("frameworks")[0].GetProperty("tasks").EnumerateArray());

        await cluster.CommandAsync("start-master?master=0");
        using var standby = await DemoClient.Http.GetAsync(new Uri(cluster.MasterAddresses[0], "/state"));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, standby.StatusCode);
    }

    [Fact]
    public async Task NoLeader_UntilElected_Answers503()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await cluster.CommandAsync("no-leader");
        using var answer = await DemoClient.Http.GetAsync(new Uri(cluster.MasterAddresses[0], "/state"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Null(cluster.LeaderAddress);

        await cluster.CommandAsync("elect?master=2");
        Assert.Equal(cluster.MasterAddresses[2], cluster.LeaderAddress);
    }

    [Fact]
    public async Task RestartMaster_UntilRecoveryEnds_KnowsFrameworksWithoutTasks()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await cluster.CommandAsync("restart-master?recovery=86400");

        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        Assert.NotEmpty(state.GetProperty("frameworks").EnumerateArray());
        Assert.All(state.GetProperty("frameworks").EnumerateArray(), f => Assert.Empty(f.GetProperty("tasks").EnumerateArray()));
        Assert.Equal(3, state.GetProperty("recovered_slaves").GetArrayLength());
        Assert.Equal(0, state.GetProperty("slaves").GetArrayLength());

        await cluster.CommandAsync("end-recovery");
        state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        Assert.NotEmpty(state.GetProperty("frameworks")[0].GetProperty("tasks").EnumerateArray());
    }

    [Theory]
    [InlineData("elect?master=9", "master=9: expected a number from 0 to 2")]
    [InlineData("no-such-thing", "no command 'no-such-thing'; GET /demo lists them")]
    [InlineData("elect?mastr=1", "'elect' has no argument 'mastr'; it takes: master=N")]
    [InlineData("scale?app=/shop/web", "'instances' is missing: add instances=VALUE (GET /demo lists the arguments)")]
    [InlineData("deploy?app=shop", "app=shop: expected an absolute path such as /shop/web")]
    [InlineData("break?node=master-0&fault=odd", "fault=odd: expected one of 503 401 404 hang slow endless garbage half cut wrong-types empty redirect-loop reset")]
    public async Task Command_WithWrongArguments_SaysWhatIsExpected(string command, string message)
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Agents = 1, Apps = 0 });
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.CommandAsync(command));
        Assert.Equal(message, refusal.Message);
        using var answer = await DemoClient.Http.PostAsync(new Uri(cluster.RouterAddress, "/demo/" + command), null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
