using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mesoscope.Samples.Labels;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Api;

public sealed class QueriesApiTests : IAsyncLifetime
{
    const string Tree = "{\"groupBy\":[\"container.name\"],\"columns\":[{\"metric\":\"memory.bytes.used\"}]}";

    ApiHost _host = null!;
    HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.StartAsync();
        _client = await _host.WithTokenAsync("admin");
        await _host.Access.Accounts.ChangePasswordAsync("admin", _host.First.OneTimePassword, ApiHost.Password);
        _host.Cluster.Sample(_host.Cluster.Container("a", (LabelNames.ContainerName, "x")), "memory.bytes.used", 5);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Tree_OverHttp_HasTheNamesOfTheContract()
    {
        var tree = await (await PostAsync("api/v1/tree", Tree)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["atMs", "fromMs", "columns", "nodes", "totalNodes", "isCut", "agents", "hasCluster"], Names(tree));
        Assert.Equal(["metric", "time", "group", "unit"], Names(tree.GetProperty("columns")[0]));
        Assert.Equal("average sum bytes", $"{tree.GetProperty("columns")[0].GetProperty("time")} {tree.GetProperty("columns")[0].GetProperty("group")} {tree.GetProperty("columns")[0].GetProperty("unit")}");
        Assert.Equal(
            ["id", "parent", "depth", "groupBy", "label", "path", "scope", "childCount", "isExpanded", "hostCount", "containerCount", "isAlive", "values", "sparks", "health"],
            Names(tree.GetProperty("nodes")[1]));
        Assert.Equal("{\"level\":\"ok\",\"restarts\":0,\"marks\":[]}", tree.GetProperty("nodes")[1].GetProperty("health").GetRawText());
        Assert.Equal(5, tree.GetProperty("nodes")[1].GetProperty("values")[0].GetDouble());
        Assert.Equal(JsonValueKind.Null, tree.GetProperty("nodes")[0].GetProperty("parent").ValueKind);
    }

    [Fact]
    public async Task Csv_WhenAskedFor_ComesAsAFile()
    {
        _client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("text/csv"));
        foreach (var (address, body) in new[] { ("tree", Tree), ("entities", "{\"kind\":\"container\"}"), ("series", "{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-60000,\"toMs\":0}") })
        {
            using var response = await PostAsync($"api/v1/{address}", body);
            Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"{address}.csv", response.Content.Headers.ContentDisposition!.FileName);
            Assert.Contains("\r\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{", 422)]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 422)]
    [InlineData("{\"groupBy\":5,\"columns\":[]}", 422)]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[{\"metric\":\"uptime\",\"time\":\"median\"}]}", 422)]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[{\"metric\":\"uptime\",\"time\":1}]}", 422)]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[],\"scope\":\"a is\"}", 422)]
    public async Task Tree_OfABodyThatMakesNoSense_IsRefusedWithAReason(string body, int status)
    {
        using var response = await PostAsync("api/v1/tree", body);
        Assert.Equal(status, (int)response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        Assert.Equal(body.Contains("a is", StringComparison.Ordinal), problem.TryGetProperty("position", out var position) && position.GetInt32() == 4);
    }

    [Fact]
    public async Task Tree_CutAndChangedAnywhere_IsNeverAFailureOfTheServer()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Tree);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var content = new ByteArrayContent(bytes[..(round % 2 == 0 ? bytes.Length : random.Next(bytes.Length))]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _client.PostAsync("api/v1/tree", content);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }
    }

    [Fact]
    public async Task Tree_OfAHugeBody_IsRefused()
    {
        // Asks before it sends, so that the answer is not lost with the connection.
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/tree") { Content = new StringContent($"{{\"scope\":\"{new string('a', 5 << 20)}\"}}", Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        using var text = new StringContent(Tree, Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _client.PostAsync("api/v1/tree", text)).StatusCode);
    }

    [Fact]
    public async Task Tree_WhileTheStoreFails_SaysSoAndHealthDoes()
    {
        _host.Cluster.Store.Failure = new StoreException("the disk is full");
        _host.Cluster.Store.Trouble = "the disk is full";
        using var response = await PostAsync("api/v1/tree", Tree);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("the disk is full", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync("healthz")).StatusCode);
        _host.Cluster.Store.Failure = new InvalidOperationException("secret inside");
        _host.Cluster.Clock.Advance(5_000);
        using var failed = await PostAsync("api/v1/tree", Tree);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.DoesNotContain("secret", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groupings_KeptByOne_AreNotAnothers()
    {
        using var vera = await _host.ViewerAsync();
        Assert.Equal(HttpStatusCode.OK, (await _client.PutAsJsonAsync("api/v1/groupings/own", new { name = "Mine", groupBy = new[] { "a", "b" } })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _client.PutAsJsonAsync("api/v1/groupings/mesos", new { name = "x", groupBy = new[] { "a" } })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _client.PutAsJsonAsync("api/v1/groupings/own", new { name = "x", groupBy = Array.Empty<string>() })).StatusCode);
        async Task<string> IdsAsync(HttpClient client) =>
            string.Join(' ', (await client.GetFromJsonAsync<JsonElement>("api/v1/groupings")).EnumerateArray().Select(static g => g.GetProperty("id").GetString()));
        Assert.Equal("mesos hosts images apps own", await IdsAsync(_client));
        Assert.Equal("mesos hosts images apps", await IdsAsync(vera));
        Assert.Equal(HttpStatusCode.NoContent, (await _client.DeleteAsync("api/v1/groupings/own")).StatusCode);
        Assert.Equal("mesos hosts images apps", await IdsAsync(_client));
    }

    [Fact]
    public async Task Agents_OverHttp_HaveTheNamesOfTheContract()
    {
        var agents = await _client.GetFromJsonAsync<JsonElement>("api/v1/agents");
        Assert.Equal(
            ["agentId", "hostName", "version", "lastSeenMs", "isStale", "clockSkewMs", "spooledBatches", "drops", "missing", "tags", "containerCount", "cpuPercent", "memoryBytes"],
            Names(agents[0]));
    }

    static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static p => p.Name);

    async Task<HttpResponseMessage> PostAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _client.PostAsync(address, content);
    }
}
