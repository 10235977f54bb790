using System.Net;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests.Marathons;

public sealed class MarathonStreamTests
{
    [Fact]
    public async Task Events_WhileAnAppIsDestroyed_TellEachStep()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.MarathonAddresses[0], "/v2/events")) { Headers = { { "Accept", "text/event-stream" } } };
        using var answer = await DemoClient.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event_stream_attached", (await NextAsync(lines)).Type);

        await cluster.CommandAsync("destroy?app=/shop/db/redis");

        var told = new List<(string Type, JsonElement Data)>();
        do
        {
            told.Add(await NextAsync(lines));
        }
        while (told[^1].Type != "deployment_success");

        Assert.Equal(["deployment_info", "status_update_event", "status_update_event", "app_terminated_event", "deployment_success"], told.Select(t => t.Type));
        Assert.Equal("/shop/db/redis", told[1].Data.Text("appId"));
        Assert.Equal("TASK_KILLED", told[2].Data.Text("taskStatus"));
    }

    [Fact]
    public async Task Events_WithoutTheRightAccept_AreRefused()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var answer = await DemoClient.Http.GetAsync(new Uri(cluster.MarathonAddresses[0], "/v2/events"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    static async Task<(string Type, JsonElement Data)> NextAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(DemoClient.Patience);
        var type = "";
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                type = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (type, JsonElement.Parse(line["data: ".Length..]));
            }
        }

        throw new EndOfStreamException("the event stream ended");
    }
}
