using System.Text;
using System.Threading;

namespace Mesoscope.Clusters.Tests.Servers;

// A leading master of few words: one framework whose tasks a test sets, and whatever fault a test puts before it.
sealed class FakeMaster : IDisposable
{
    readonly FakeServer _server;
    volatile string[] _tasks;
    volatile Func<FakeRequest, Task>? _fault;

    public FakeMaster(params string[] tasks)
    {
        _tasks = tasks;
        _server = new FakeServer(AnswerAsync);
    }

    public Uri Url => _server.Url;

    public IReadOnlyCollection<FakeRequest> Requests => _server.Requests;

    public CancellationToken End => _server.End;

    public string? LeaderPid { get; set; }

    public string Frameworks { get; set; } = "";

    public string? Stream { get; set; }

    public bool IsOld { get; set; }

    public string? Authorization { get; set; }

    public void Set(params string[] tasks) => _tasks = tasks;

    public void Break(Func<FakeRequest, Task> fault) => _fault = fault;

    public void Heal() => _fault = null;

    public void Dispose() => _server.Dispose();

    public string Pid => $"master@{Url.Authority}";

    public string State()
    {
        var tasks = string.Join(',', _tasks.Select(task => $$"""{"id":"{{task}}","name":"name of {{task}}","framework_id":"F","state":"TASK_RUNNING","slave_id":"S"}"""));
        return $$"""
            {"version":"1.0","id":"m","pid":"{{Pid}}","leader":"{{LeaderPid ?? Pid}}","elected_time":1.5,"slaves":[{"id":"S","hostname":"h"}],
            "frameworks":[{{Frameworks}}{"id":"F","name":"batch","active":true,"tasks":[{{tasks}}]}]}
            """;
    }

    public static string Record(string json) => $"{Encoding.UTF8.GetByteCount(json)}\n{json}";

    Task AnswerAsync(FakeRequest request)
    {
        if (_fault is { } fault)
        {
            return fault(request);
        }

        if (Authorization is not null && request.Header("Authorization") != Authorization)
        {
            return request.AnswerAsync(401, "");
        }

        return request.Path switch
        {
            "/master/state" when !IsOld => request.AnswerAsync(200, State()),
            "/master/state.json" when IsOld => request.AnswerAsync(200, State()),
            "/api/v1" when Stream is not null => StreamAsync(request),
            _ => request.AnswerAsync(404, ""),
        };
    }

    async Task StreamAsync(FakeRequest request)
    {
        await request.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + Stream);
        await Task.Delay(Timeout.Infinite, End);
    }
}
