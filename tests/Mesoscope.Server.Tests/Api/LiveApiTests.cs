using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mesoscope.Samples.Labels;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Live;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Mesoscope.Server.Tests.Api;

public sealed class LiveApiTests : IAsyncLifetime, IDisposable
{
    // Only a test that fails waits that long.
    static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(3);

    readonly CancellationTokenSource _end = new(s_deadline);
    ApiHost _host = null!;
    HttpClient _client = null!;
    LiveHub _hub = null!;
    long _container;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.StartAsync();
        _client = await _host.AdminAsync();
        _hub = _host.Services.GetRequiredService<LiveHub>();
        _container = _host.Cluster.Container("a", (LabelNames.ContainerName, "x"));
        _host.Cluster.Sample(_container, "memory.bytes.used", 5);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        _end.Dispose();
    }

    [Fact]
    public async Task Live_WhileNumbersChange_SendsTheTreeOnceAndThenValues()
    {
        using var stream = await OpenAsync("""{"tree":{"groupBy":["container.name"],"columns":[{"metric":"memory.bytes.used"}]},"series":[{"metrics":[{"metric":"memory.bytes.used"}],"fromMs":-60000,"toMs":0}],"happenings":{}}""");
        Assert.True(_host.Services.GetRequiredService<ILiveInterest>().IsLive("agent-a"));
        _hub.Tick();
        var events = await ReadAsync(stream, 3);
        Assert.Equal(["tree", "series", "ping"], events.Select(static e => e.Name));
        Assert.Equal(2, events[0].Data.GetProperty("nodes").GetArrayLength());
        Assert.Equal((0, _host.Cluster.Clock.Now), (events[1].Data.GetProperty("index").GetInt32(), events[1].Data.GetProperty("answer").GetProperty("toMs").GetInt64()));

        _host.Cluster.Clock.Advance(10_000);
        _host.Cluster.Sample(_container, "memory.bytes.used", 7);
        _host.Cluster.Happen("container.died", _host.Cluster.Clock.Now - 30_000, "late", 0, (HappeningLabel, "0"));
        _hub.Tick();
        events = await ReadAsync(stream, 3);
        Assert.Equal(["values", "happening", "series"], events.Select(static e => e.Name));
        Assert.Equal("[[7,7]]", events[0].Data.GetProperty("values").GetRawText());
        Assert.Equal("late", events[1].Data.GetProperty("text").GetString());

        _host.Cluster.Container("a", (LabelNames.ContainerName, "y"));
        _hub.Tick();
        Assert.Equal(["tree", "series"], (await ReadAsync(stream, 2)).Select(static e => e.Name));
    }

    [Fact]
    public async Task Live_ForASecondOneWhoAsksTheSame_BeginsWithTheTree()
    {
        const string Question = """{"tree":{"groupBy":["container.name"],"columns":[]}}""";
        using var first = await OpenAsync(Question);
        _hub.Tick();
        Assert.Equal(["tree", "ping"], (await ReadAsync(first, 2)).Select(static e => e.Name));
        using var second = await OpenAsync(Question, isPost: true);
        _host.Cluster.Clock.Advance(1_000);
        _hub.Tick();
        Assert.Equal("values", (await ReadAsync(first, 1))[0].Name);
        Assert.Equal("tree", (await ReadAsync(second, 1))[0].Name);
        Assert.Equal(2, _hub.SubscriberCount);
    }

    [Fact]
    public async Task Live_WhenSomebodyLeaves_ForgetsHimAndLetsAgentsRest()
    {
        using (await OpenAsync("""{"tree":{"groupBy":["container.name"],"columns":[]}}"""))
        {
            Assert.Equal(1, _hub.SubscriberCount);
        }

        while (_hub.SubscriberCount > 0)
        {
            _hub.Tick();
            await Task.Delay(20, _end.Token);
        }

        Assert.True(_hub.IsLive("agent-a"));
        _host.Cluster.Clock.Advance(6_000);
        Assert.False(_hub.IsLive("agent-a"));
    }

    [Fact]
    public void IsLive_ForAgentsOfWhatIsLookedAt_IsTrueAndForOthersNot()
    {
        _host.Cluster.Container("b", (LabelNames.ContainerName, "y"));
        _ = _host.Cluster.Host("c");
        using var tree = Add(new LiveQuestion(Tree: new TreeRequest([LabelNames.ContainerName], [], "container.name is y")));
        Assert.Equal((false, true, false), (_hub.IsLive("agent-a"), _hub.IsLive("agent-b"), _hub.IsLive("agent-c")));
        using var chart = Add(new LiveQuestion(Series: [new SeriesRequest([new MetricColumn("cpu.used.percent")], -60_000, 0, "host.hostName is c")]));
        using var happenings = Add(new LiveQuestion(Happenings: new LiveHappenings()));
        Assert.Equal((false, true, true), (_hub.IsLive("agent-a"), _hub.IsLive("agent-b"), _hub.IsLive("agent-c")));
        _hub.Remove(tree);
        _hub.Tick();
        Assert.Equal((false, false, true), (_hub.IsLive("agent-a"), _hub.IsLive("agent-b"), _hub.IsLive("agent-c")));
    }

    [Fact]
    public void IsLive_WhenMoreIsLookedAtThanMaySendEachSecond_IsTrueForTheEarlierQuestionOnly()
    {
        for (var i = 0; i < 100; i++)
        {
            _ = _host.Cluster.Host($"n{i}");
        }

        using var one = Add(new LiveQuestion(Tree: new TreeRequest([LabelNames.HostName], [], "host.hostName is n7")));
        using var all = Add(new LiveQuestion(Tree: new TreeRequest([LabelNames.HostName], [])));
        Assert.Equal((true, false), (_hub.IsLive("agent-n7"), _hub.IsLive("agent-n8")));
    }

    [Fact]
    public async Task Drop_WhileOthersLeave_WaitsForNobody()
    {
        var question = new LiveQuestion(Happenings: new LiveHappenings());
        using var slow = Add(question);
        using var other = Add(question);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // As a connection does: it notices on the thread that drops it, and leaves, while another one leaves elsewhere.
        using var noticed = slow.Dropped.Register(() =>
        {
            Task.Run(() => _hub.Remove(other)).Wait(_end.Token);
            left.SetResult();
        });
        var ticks = Task.Run(() =>
        {
            while (_hub.DroppedCount == 0)
            {
                _hub.Tick();
                while (other.Events.TryRead(out _))
                {
                }
            }
        });
        await Task.WhenAll(ticks, left.Task).WaitAsync(_end.Token);
        Assert.Equal(0, _hub.SubscriberCount);
    }

    [Fact]
    public async Task Live_ForWhoDoesNotRead_DropsHimAndCounts()
    {
        var question = new LiveQuestion(Happenings: new LiveHappenings());
        Assert.True(_hub.TryAdd(question, out var slow));
        Assert.True(_hub.TryAdd(question, out var quick));
        using (slow)
        using (quick)
        {
            for (var second = 0; second < 1_000 && _hub.DroppedCount == 0; second++)
            {
                _hub.Tick();
                while (quick.Events.TryRead(out _))
                {
                }
            }

            Assert.Equal((1, 1), (_hub.DroppedCount, _hub.SubscriberCount));
            Assert.True(slow.Dropped.IsCancellationRequested);
            Assert.False(quick.Dropped.IsCancellationRequested);
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task Live_WhenTheSessionEnds_EndsToo()
    {
        using var stream = await OpenAsync("""{"tree":{"groupBy":["container.name"],"columns":[]}}""");
        Assert.Equal(HttpStatusCode.NoContent, (await _client.DeleteAsync("api/v1/session")).StatusCode);
        _hub.Tick();
        while (await stream.ReadLineAsync(_end.Token) is not null)
        {
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"tree":{"groupBy":[],"columns":[]}}""")]
    [InlineData("""{"happenings":{"scope":"a is"}}""")]
    [InlineData("""{"series":[{"metrics":[],"fromMs":-1,"toMs":0}]}""")]
    public async Task Live_OfAQuestionThatMakesNoSense_IsRefused(string question)
    {
        using var response = await _client.GetAsync($"api/v1/live?q={Uri.EscapeDataString(question)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(0, _hub.SubscriberCount);
    }

    [Fact]
    public async Task Live_WhenTooManyLook_IsRefused()
    {
        var subscribers = new List<LiveSubscriber>();
        while (_hub.TryAdd(new LiveQuestion(Happenings: new LiveHappenings($"x{subscribers.Count % 50}")), out var subscriber))
        {
            subscribers.Add(subscriber);
        }

        Assert.Equal(LiveHub.MaxSubscribers, subscribers.Count);
        using var response = await _client.GetAsync("api/v1/live?q=%7B%22happenings%22:%7B%7D%7D");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        subscribers.ForEach(_hub.Remove);
        Assert.Equal(0, _hub.SubscriberCount);
    }

    const string HappeningLabel = "exit.status";

    LiveSubscriber Add(LiveQuestion question)
    {
        Assert.True(_hub.TryAdd(question, out var subscriber));
        return subscriber;
    }

    async Task<StreamReader> OpenAsync(string question, bool isPost = false)
    {
        var count = _hub.SubscriberCount;
        using var request = isPost
            ? new HttpRequestMessage(HttpMethod.Post, "api/v1/live") { Content = new StringContent(question, System.Text.Encoding.UTF8, "application/json") }
            : new HttpRequestMessage(HttpMethod.Get, $"api/v1/live?q={Uri.EscapeDataString(question)}");
        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(count + 1, _hub.SubscriberCount);
        return new StreamReader(await response.Content.ReadAsStreamAsync(_end.Token));
    }

    async Task<List<(string Name, JsonElement Data)>> ReadAsync(StreamReader stream, int count)
    {
        var events = new List<(string, JsonElement)>();
        while (events.Count < count)
        {
            var name = (await stream.ReadLineAsync(_end.Token))!["event: ".Length..];
            var data = (await stream.ReadLineAsync(_end.Token))!["data: ".Length..];
            Assert.Equal("", await stream.ReadLineAsync(_end.Token));
            events.Add((name, JsonDocument.Parse(data).RootElement));
        }

        return events;
    }
}
