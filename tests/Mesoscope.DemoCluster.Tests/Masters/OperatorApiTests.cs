using System.Net;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests.Masters;

public sealed class OperatorApiTests
{
    [Fact]
    public async Task GetState_OfTheLeader_HoldsTheTasksOfState()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var call = DemoClient.Call(cluster.LeaderAddress!, """{"type":"GET_STATE"}""");
        using var answer = await DemoClient.Http.SendAsync(call);
        var tasks = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("get_state").GetProperty("get_tasks").GetProperty("tasks");
        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");

        var expected = state.GetProperty("frameworks").EnumerateArray().SelectMany(f => f.GetProperty("tasks").EnumerateArray()).Select(t => t.Text("id"));
        Assert.Equal(expected, tasks.EnumerateArray().Select(t => t.GetProperty("task_id").Text("value")));
    }

    [Theory]
    [InlineData("""{"type":"GET_STATE"}""", "application/recordio", HttpStatusCode.NotAcceptable)]
    [InlineData("""{"type":"GET_STATE"}""", "*/*", HttpStatusCode.OK)]
    [InlineData("""{"type":"GET_STA""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"NO_SUCH_CALL"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    public async Task Call_OddOnes_AreAnsweredAsMesosDoes(string body, string accept, HttpStatusCode expected)
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Masters = 1 });
        using var call = DemoClient.Call(cluster.LeaderAddress!, body, accept);
        using var answer = await DemoClient.Http.SendAsync(call);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Subscribe_WhileAnAppIsDeployed_TellsItsTask()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var call = DemoClient.Call(cluster.LeaderAddress!, """{"type":"SUBSCRIBE"}""");
        using var answer = await DemoClient.Http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var records = new RecordReader(stream);
        var first = await records.NextAsync();
        Assert.Equal("SUBSCRIBED", first.Text("type"));
        Assert.NotEmpty(first.GetProperty("subscribed").GetProperty("get_state").GetProperty("get_tasks").GetProperty("tasks").EnumerateArray());
        Assert.Equal("HEARTBEAT", (await records.NextAsync()).Text("type"));

        await cluster.CommandAsync("deploy?app=/new/thing");

        var added = (await records.NextAsync("TASK_ADDED")).GetProperty("task_added").GetProperty("task");
        Assert.Equal("thing.new", added.Text("name"));
        Assert.Equal("TASK_STAGING", added.Text("state"));
        var updated = (await records.NextAsync("TASK_UPDATED")).GetProperty("task_updated");
        Assert.Equal("TASK_STARTING", updated.Text("state"));
        Assert.Equal(added.GetProperty("task_id").Text("value"), updated.GetProperty("status").GetProperty("task_id").Text("value"));
        Assert.False(updated.TryGetProperty("name", out _));
        Assert.Equal("TASK_RUNNING", (await records.NextAsync("TASK_UPDATED")).GetProperty("task_updated").Text("state"));
    }

    [Fact]
    public async Task Subscribe_WhenTheLeaderDies_Ends()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var call = DemoClient.Call(cluster.LeaderAddress!, """{"type":"SUBSCRIBE"}""");
        using var answer = await DemoClient.Http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var records = new RecordReader(stream);
        await records.NextAsync("HEARTBEAT");

        await cluster.CommandAsync("fail-over");

        await Assert.ThrowsAnyAsync<IOException>(() => records.NextAsync("TASK_ADDED"));
    }

    [Fact]
    public async Task State_OfALargeCluster_HoldsEveryTask()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Agents = 100, BatchFrameworks = 3, TasksPerBatchFramework = 1000, LabelsPerBatchTask = 5 });
        var state = await DemoClient.GetJsonAsync(cluster.LeaderAddress!, "/state");
        Assert.Equal(100, state.GetProperty("slaves").GetArrayLength());
        var batch = state.GetProperty("frameworks").EnumerateArray().Where(f => f.Text("name") == "batch" && f.GetProperty("active").GetBoolean()).ToList();
        Assert.Equal([1000, 1000, 1000], batch.Select(f => f.GetProperty("tasks").GetArrayLength()));
        Assert.Equal(7, batch[0].GetProperty("tasks")[0].GetProperty("labels").GetArrayLength());
    }

    [Fact]
    public async Task Subscribe_WithAShortInterval_KeepsBeating()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Heartbeat = TimeSpan.FromMilliseconds(10) });
        using var call = DemoClient.Call(cluster.LeaderAddress!, """{"type":"SUBSCRIBE"}""");
        using var answer = await DemoClient.Http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var records = new RecordReader(stream);
        for (var i = 0; i < 3; i++)
        {
            await records.NextAsync("HEARTBEAT");
        }
    }
}
