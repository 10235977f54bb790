namespace Mesoscope.DemoCluster.Tests.Agents;

public sealed class AgentNodeTests
{
    [Fact]
    public async Task State_OfAllAgents_HoldsEveryTaskOnce()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var master = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        var expected = master.GetProperty("frameworks").EnumerateArray().SelectMany(f => f.GetProperty("tasks").EnumerateArray()).Select(t => t.Text("id")!);
        var found = new List<string>();
        foreach (var address in cluster.AgentAddresses)
        {
            var state = await DemoClient.GetJsonAsync(address, "/slave(1)/state");
            found.AddRange(state.GetProperty("frameworks").EnumerateArray()
                .SelectMany(f => f.GetProperty("executors").EnumerateArray())
                .SelectMany(e => e.GetProperty("tasks").EnumerateArray())
                .Select(t => t.Text("id")!));
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Containers_OfAPod_AreItsOuterOneOnly()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Agents = 1 });
        var containers = await DemoClient.GetJsonAsync(cluster.AgentAddresses[0], "/containers");
        var pod = containers.EnumerateArray().Single(c => c.Text("executor_id")!.StartsWith("instance-shop_checkout.", StringComparison.Ordinal));
        Assert.True(Guid.TryParse(pod.Text("container_id"), out _));
    }
}
