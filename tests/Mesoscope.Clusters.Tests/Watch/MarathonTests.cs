using System.Collections.Concurrent;
using System.Text;
using System.Threading;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Watch;

public sealed class MarathonTests
{
    const string Info = """{"frameworkId":"M","name":"x","version":"1.8.0"}""";

    volatile string _app = "/shop/web";
    volatile string? _event;
    volatile bool _isBroken;
    readonly ConcurrentQueue<string> _next = new();

    public static TheoryData<int, string> Faults => new()
    {
        { 401, "" }, { 404, "" }, { 503, "" }, { 200, "{\"apps\":[{\"id\":\"/shop" }, { 200, "geheim" }, { 200, "" },
    };

    [Fact]
    public void Watch_OfAFrameworkThatAnswersAsMarathon_TakesItsAppsWhateverItsName()
    {
        using var marathon = new FakeServer(AnswerAsync);
        using var master = Master("my-apps", marathon.Url.AbsoluteUri, "elsewhere.invalid");
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);

        WaitForApp(cluster, "/shop/web");
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://$($MESOS_IP_DISCOVERY_COMMAND):8080")]
    [InlineData("localhost:8080")]
    [InlineData("ftp://x")]
    public void Watch_OfAFrameworkWithAUselessAddress_KeepsTheNamesOfTheMaster(string address)
    {
        using var master = Master("marathon", address, "");
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);

        cluster.WaitFor("a");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.StartsWith("Marathon 'marathon'", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Watch_OfAMarathonWithAFault_KeepsAllNamesUntilItEnds(int status, string answer)
    {
        using var marathon = new FakeServer(request => _isBroken ? request.AnswerAsync(status, answer) : AnswerAsync(request));
        using var master = Master("marathon", marathon.Url.AbsoluteUri, "");
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);
        WaitForApp(cluster, "/shop/web");

        _isBroken = true;
        cluster.WaitUntil(() => cluster.Lines.Count > 0);
        Assert.Equal("a", cluster.TaskIds);
        Assert.Equal("/shop/web", AppOf(cluster));
        _app = "/shop/new";
        _isBroken = false;
        WaitForApp(cluster, "/shop/new");

        Assert.All(cluster.Lines, line => Assert.DoesNotContain("geheim", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Watch_OfEvents_AsksOnlyAfterThemAndKeepsDeployments()
    {
        using var marathon = new FakeServer(AnswerAsync);
        using var master = Master("marathon", marathon.Url.AbsoluteUri, "");
        _event = "event: event_stream_attached\r\ndata: {}\r\n\r\n";
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);
        WaitForApp(cluster, "/shop/web");

        _app = "/shop/new";
        _next.Enqueue("event: deployment_success\r\ndata: {\"id\":\"d1\"}\r\n\r\n");
        WaitForApp(cluster, "/shop/new");

        var kept = Assert.Single(cluster.Watch.Deployments.Snapshot());
        Assert.Equal("deployment_success {\"id\":\"d1\"}", $"{kept.Type} {Encoding.UTF8.GetString(kept.Data.Span)}");
        Assert.Equal(2, marathon.Requests.Count(request => request.Path.StartsWith("/v2/apps", StringComparison.Ordinal)));
    }

    [Fact]
    public void Watch_WithCredentialsForMarathon_GivesThemOnlyToOneThatIsCalledSo()
    {
        using var marathon = new FakeServer(AnswerAsync);
        using var other = new FakeServer(request => request.AnswerAsync(404, ""));
        using var master = Master("marathon", marathon.Url.AbsoluteUri, "");
        master.Frameworks += $$"""{"id":"O","name":"other","active":true,"webui_url":"{{other.Url}}","tasks":[]},""";
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri, options => options with { MarathonCredentials = new Credentials("u", new Secret("p")) });

        WaitForApp(cluster, "/shop/web");
        cluster.WaitUntil(() => !other.Requests.IsEmpty);

        Assert.All(marathon.Requests, request => Assert.Equal("Basic dTpw", request.Header("Authorization")));
        Assert.All(other.Requests, request => Assert.Null(request.Header("Authorization")));
        Assert.All(master.Requests, request => Assert.Null(request.Header("Authorization")));
    }

    // The list of apps may take a while or fail: a task's app is known by then.
    [Fact]
    public void Watch_OfAStatusUpdate_LinksTheTaskBeforeTheListOfAppsComes()
    {
        _event = "event: event_stream_attached\r\ndata: {}\r\n\r\n";
        using var marathon = new FakeServer(request =>
            _isBroken && request.Path.StartsWith("/v2/apps", StringComparison.Ordinal) ? request.AnswerAsync(503, "") : AnswerAsync(request));
        using var master = Master("marathon", marathon.Url.AbsoluteUri, "");
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);
        WaitForApp(cluster, "/shop/web");

        _isBroken = true;
        _next.Enqueue("event: status_update_event\r\ndata: {\"eventType\":\"status_update_event\",\"taskId\":\"a\",\"taskStatus\":\"TASK_RUNNING\",\"appId\":\"/shop/event\"}\r\n\r\n");

        WaitForApp(cluster, "/shop/event");
    }

    [Fact]
    public void Watch_OfAMarathonWhoseEventsHang_AsksInstead()
    {
        using var marathon = new FakeServer(request => request.Path == "/v2/events" ? Task.Delay(Timeout.Infinite, CancellationToken.None) : AnswerAsync(request));
        using var master = Master("marathon", marathon.Url.AbsoluteUri, "");
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);
        WaitForApp(cluster, "/shop/web");

        _app = "/shop/new";

        WaitForApp(cluster, "/shop/new");
    }

    [Fact]
    public void Watch_OfAMarathonWithBrokenGroups_HasItsAppsAllTheSame()
    {
        using var marathon = new FakeServer(request => request.Path == "/v2/groups" ? request.AnswerAsync(500, "") : AnswerAsync(request));
        using var master = Master("marathon", marathon.Url.AbsoluteUri, "");
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);

        WaitForApp(cluster, "/shop/web");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.Contains("/v2/groups", StringComparison.Ordinal)));
    }

    static FakeMaster Master(string name, string address, string host) => new("a")
    {
        Frameworks = $$"""{"id":"M","name":"{{name}}","active":true,"webui_url":"{{address}}","hostname":"{{host}}","tasks":[]},""",
    };

    static string? AppOf(WatchedCluster cluster) =>
        cluster.Names.FindTask("a"u8) is { } task && cluster.Names.FindApp(task) is { } app ? Encoding.UTF8.GetString(app.Id) : null;

    static void WaitForApp(WatchedCluster cluster, string id) => cluster.WaitUntil(() => AppOf(cluster) == id);

    Task AnswerAsync(FakeRequest request) => request.Path switch
    {
        "/v2/info" => request.AnswerAsync(200, Info),
        "/v2/groups" => request.AnswerAsync(200, """{"id":"/","apps":[],"groups":[]}"""),
        "/v2/apps?embed=apps.tasks" => request.AnswerAsync(200, $$"""{"apps":[{"id":"{{_app}}","tasks":[{"id":"a","appId":"{{_app}}"}]}]}"""),
        "/v2/events" when _event is not null => EventsAsync(request),
        _ => request.AnswerAsync(404, ""),
    };

    async Task EventsAsync(FakeRequest request)
    {
        await request.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + _event);
        while (true)
        {
            // An empty line now and then, as Marathon sends it; it also shows that the client has gone.
            await request.SendAsync(_next.TryDequeue(out var text) ? text : "\r\n");
            await Task.Delay(20);
        }
    }
}
