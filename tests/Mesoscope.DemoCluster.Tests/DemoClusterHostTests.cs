namespace Mesoscope.DemoCluster.Tests;

public sealed class DemoClusterHostTests
{
    [Fact]
    public async Task Start_WithTheSameSeed_InventsTheSameTasks()
    {
        Assert.Equal(await TaskIdsAsync(5), await TaskIdsAsync(5));
        Assert.NotEqual(await TaskIdsAsync(5), await TaskIdsAsync(6));

        static async Task<string[]> TaskIdsAsync(int seed)
        {
            await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Seed = seed });
            var groups = await DemoClient.GetJsonAsync(cluster.MarathonAddresses[0], "/v2/apps?embed=apps.tasks");
            return [.. groups.GetProperty("apps").EnumerateArray().SelectMany(a => a.GetProperty("tasks").EnumerateArray()).Select(t => t.Text("id")!)];
        }
    }

    [Fact]
    public async Task Demo_OnEveryServer_TellsAddressesAndCommands()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await cluster.CommandAsync("break?node=master-1&fault=hang");
        var text = await DemoClient.Http.GetStringAsync(new Uri(cluster.MasterAddresses[1], "/demo"));
        Assert.Contains($"master-2     {cluster.MasterAddresses[2]}", text);
        Assert.Contains("fail-over", text);
    }

    [Fact]
    public async Task Start_WithTheSceneOfTheArticle_RunsThatOnly()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Scene = DemoScene.Article, Marathons = 1, TasksPerBatchFramework = 1 });

        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");

        Assert.Equal(
            "batch:job-00000 marathon:leak.lab marathon:load.shop marathon:redis.cache.shop marathon:redis.db.shop marathon:web.shop marathon:web.shop",
            string.Join(' ', state.GetProperty("frameworks").EnumerateArray().SelectMany(f => f.GetProperty("tasks").EnumerateArray().Select(t => $"{f.Text("name")}:{t.Text("name")}")).Order(StringComparer.Ordinal)));
        Assert.Empty(cluster.Remark);
    }

    [Fact]
    public async Task Scale_OfAnApp_ChangesTheNumberOfItsTasks()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await cluster.CommandAsync("scale?app=/shop/web&instances=5");
        Assert.Equal(5, await TasksAsync());
        await cluster.CommandAsync("scale?app=/shop/web&instances=1");
        Assert.Equal(1, await TasksAsync());

        async Task<int> TasksAsync()
        {
            var app = await DemoClient.GetJsonAsync(cluster.MarathonAddresses[0], "/v2/apps/shop/web");
            return app.GetProperty("app").GetProperty("tasks").GetArrayLength();
        }
    }

    [Fact]
    public async Task Start_OnATakenPort_FailsAndLeavesNothingOpen()
    {
        await using var first = await DemoClusterHost.StartAsync(new DemoClusterOptions { Masters = 1, Marathons = 0, Agents = 1 });
        var port = first.MasterAddresses[0].Port;
        await Assert.ThrowsAsync<IOException>(() => DemoClusterHost.StartAsync(new DemoClusterOptions { Port = port, Masters = 1, Marathons = 0, Agents = 1 }));
    }
}
