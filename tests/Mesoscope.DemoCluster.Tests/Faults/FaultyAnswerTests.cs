using System.Net;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests.Faults;

public sealed class FaultyAnswerTests
{
    [Theory]
    [InlineData("503", HttpStatusCode.ServiceUnavailable)]
    [InlineData("401", HttpStatusCode.Unauthorized)]
    [InlineData("404", HttpStatusCode.NotFound)]
    [InlineData("redirect-loop", HttpStatusCode.TemporaryRedirect)]
    public async Task Break_WithAStatus_AnswersItUntilHealed(string fault, HttpStatusCode expected)
    {
        await using var cluster = await BreakAsync(fault);
        Assert.Equal(expected, (await GetAsync(cluster)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DemoClient.Http.GetAsync(new Uri(cluster.LeaderAddress!, "/version"))).StatusCode);

        await cluster.CommandAsync("heal");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(cluster)).StatusCode);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("cut")]
    [InlineData("empty")]
    public async Task Break_WithABadBody_AnswersNoJson(string fault)
    {
        await using var cluster = await BreakAsync(fault);
        using var answer = await GetAsync(cluster);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(body));
    }

    [Theory]
    [InlineData("half")]
    [InlineData("reset")]
    public async Task Break_WithABrokenConnection_Fails(string fault)
    {
        await using var cluster = await BreakAsync(fault);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(cluster));
    }

    [Fact]
    public async Task Break_WithWrongTypes_KeepsTheShape()
    {
        await using var cluster = await BreakAsync("wrong-types");
        using var answer = await GetAsync(cluster);
        var state = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(JsonValueKind.Number, state.GetProperty("frameworks")[0].GetProperty("id").ValueKind);
        Assert.Equal(JsonValueKind.String, state.GetProperty("start_time").ValueKind);
    }

    [Theory]
    [InlineData("hang", 0)]
    [InlineData("slow", 1)]
    [InlineData("endless", 1_000_000)]
    public async Task Break_WithAnAnswerThatTakesForEver_EndsWhenTheClientGoes(string fault, int bytes)
    {
        await using var cluster = await BreakAsync(fault);
        using var gone = new CancellationTokenSource();
        var answer = DemoClient.Http.GetAsync(new Uri(cluster.LeaderAddress!, "/state"), HttpCompletionOption.ResponseHeadersRead, gone.Token);
        if (bytes > 0)
        {
            await using var stream = await (await answer).Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[bytes]);
        }

        await gone.CancelAsync();
        if (bytes == 0)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        }
    }

    static async Task<DemoClusterHost> BreakAsync(string fault)
    {
        var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Masters = 1 });
        await cluster.CommandAsync($"break?node=master-0&fault={fault}&path=/state");
        return cluster;
    }

    static Task<HttpResponseMessage> GetAsync(DemoClusterHost cluster) => DemoClient.Http.GetAsync(new Uri(cluster.LeaderAddress!, "/state"));
}
