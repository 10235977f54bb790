using Mesoscope.DemoCluster.Tests.Masters;

namespace Mesoscope.DemoCluster.Tests.Commands;

public sealed class AgentCommandsTests
{
    [Fact]
    public async Task KillAgent_AndReturn_TellTasksAsARealMasterDoes()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Agents = 1 });
        using var call = DemoClient.Call(cluster.LeaderAddress!, """{"type":"SUBSCRIBE"}""");
        using var answer = await DemoClient.Http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var records = new RecordReader(stream);
        await records.NextAsync("HEARTBEAT");

        await cluster.CommandAsync("kill-agent?agent=0&unreachable-after=0");
        Assert.Equal("TASK_UNREACHABLE", (await records.NextAsync("TASK_UPDATED")).GetProperty("task_updated").Text("state"));
        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        Assert.False(state.GetProperty("slaves")[0].GetProperty("active").GetBoolean());
        Assert.Equal(0, state.GetProperty("frameworks")[0].GetProperty("tasks").GetArrayLength());
        Assert.NotEqual(0, state.GetProperty("frameworks")[0].GetProperty("unreachable_tasks").GetArrayLength());

        await cluster.CommandAsync("return-agent?agent=0");
        Assert.Equal("TASK_RUNNING", (await records.NextAsync("TASK_ADDED")).GetProperty("task_added").GetProperty("task").Text("state"));
        await records.NextAsync("AGENT_ADDED");
    }
}
