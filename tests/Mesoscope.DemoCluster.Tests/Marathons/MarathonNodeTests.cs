using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests.Marathons;

public sealed class MarathonNodeTests
{
    [Fact]
    public async Task Groups_OfTheFirstMarathon_NestAsTheAppsDo()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var root = await DemoClient.GetJsonAsync(cluster.MarathonAddresses[0], "/v2/groups");

        var shop = Child(root, "/shop");
        Assert.Equal("/shop/db/redis", Child(shop, "/shop/db").GetProperty("apps")[0].GetProperty("id").GetString());
        Assert.Equal("/shop/checkout", shop.GetProperty("pods")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Apps_WithTasksEmbedded_HoldTasksOfTheMaster()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        var info = await DemoClient.GetJsonAsync(cluster.MarathonAddresses[0], "/v2/info");
        var apps = await DemoClient.GetJsonAsync(cluster.MarathonAddresses[0], "/v2/apps?embed=apps.tasks");

        var framework = state.GetProperty("frameworks").EnumerateArray().Single(f => f.GetProperty("id").GetString() == info.GetProperty("frameworkId").GetString());
        var known = framework.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("id").GetString()).ToHashSet();
        var tasks = apps.GetProperty("apps").EnumerateArray().SelectMany(a => a.GetProperty("tasks").EnumerateArray()).ToList();
        Assert.NotEmpty(tasks);
        Assert.All(tasks, t => Assert.Contains(t.GetProperty("id").GetString(), known));
    }

    static JsonElement Child(JsonElement group, string id) =>
        group.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("id").GetString() == id);
}
