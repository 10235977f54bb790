using System.Net;
using System.Text;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests.Routers;

public sealed class AdminRouterTests
{
    [Theory]
    [InlineData("/mesos/master/state", "frameworks")]
    [InlineData("/system/v1/leader/mesos/state", "frameworks")]
    [InlineData("/marathon/v2/groups", "groups")]
    [InlineData("/service/marathon-user/v2/info", "frameworkId")]
    public async Task Get_WithAToken_ReachesTheService(string path, string member)
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var answer = await GetAsync(cluster, path, await SignInAsync(cluster));
        Assert.True(JsonElement.Parse(await answer.Content.ReadAsStringAsync()).TryGetProperty(member, out _));
    }

    [Fact]
    public async Task Get_OfAnAgent_ReachesItById()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        var id = state.GetProperty("slaves")[1].Text("id");
        using var answer = await GetAsync(cluster, $"/agent/{id}/slave(1)/state", await SignInAsync(cluster));
        Assert.Equal(id, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).Text("id"));
    }

    [Fact]
    public async Task Get_WithoutAGoodToken_IsRefused()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var token = await SignInAsync(cluster);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(cluster, "/mesos/state", "")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(cluster, "/mesos/state", token[..^2])).StatusCode);

        await cluster.CommandAsync("expire-tokens");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(cluster, "/mesos/state", token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(cluster, "/mesos/state", await SignInAsync(cluster))).StatusCode);
    }

    [Fact]
    public async Task Get_WhenTheTokenIsTooOld_IsRefused()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { TokenLifetime = TimeSpan.Zero });
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(cluster, "/mesos/state", await SignInAsync(cluster))).StatusCode);
    }

    [Fact]
    public async Task Get_WhileNobodyLeads_IsABadGateway()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await cluster.CommandAsync("kill-master");
        Assert.Equal(HttpStatusCode.BadGateway, (await GetAsync(cluster, "/mesos/state", await SignInAsync(cluster))).StatusCode);
    }

    internal static async Task<string> SignInAsync(DemoClusterHost cluster, string body = """{"uid":"demo","password":"demo"}""")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await DemoClient.Http.PostAsync(new Uri(cluster.RouterAddress, "/acs/api/v1/auth/login"), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).Text("token")!;
    }

    static async Task<HttpResponseMessage> GetAsync(DemoClusterHost cluster, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.RouterAddress, path));
        request.Headers.TryAddWithoutValidation("Authorization", "token=" + token);
        return await DemoClient.Http.SendAsync(request);
    }
}
