using System.Text.Json;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Model;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Masters;

/// <summary>The leading master's <c>POST /api/v1</c>. Refusals word for word as recorded from Mesos 1.12-dev.</summary>
sealed class OperatorApi
{
    // A call is a few words; a real master takes larger ones, which no reader sends.
    const int MaxCallBytes = 64 * 1024;

    readonly Cluster _cluster;
    readonly EmulatedMesos _mesos;
    readonly OperatorStream _stream;
    readonly Dictionary<string, Func<HttpContext, Task>> _calls;

    public OperatorApi(Cluster cluster, EmulatedMesos mesos, TimeSpan heartbeat)
    {
        (_cluster, _mesos) = (cluster, mesos);
        _stream = new OperatorStream(cluster, mesos, heartbeat);
        _calls = new(StringComparer.Ordinal)
        {
            ["SUBSCRIBE"] = _stream.ServeAsync,
            ["GET_STATE"] = c => AnswerAsync(c, "GET_STATE", (body, state) => OperatorStateDocument.WriteAsync(body, state, _mesos, c.RequestAborted)),
            ["GET_TASKS"] = c => AnswerAsync(c, "GET_TASKS", (body, state) => OperatorStateDocument.WriteTasksAsync(body, state, c.RequestAborted)),
            ["GET_AGENTS"] = c => AnswerAsync(c, "GET_AGENTS", (body, state) => OperatorStateDocument.WriteAgentsAsync(body, state, _mesos, c.RequestAborted)),
            ["GET_FRAMEWORKS"] = c => AnswerAsync(c, "GET_FRAMEWORKS", Do(OperatorStateDocument.WriteFrameworks)),
            ["GET_EXECUTORS"] = c => AnswerAsync(c, "GET_EXECUTORS", Do(OperatorStateDocument.WriteExecutors)),
            ["GET_VERSION"] = c => AnswerAsync(c, "GET_VERSION", Do((body, _) => WriteVersion(body.Writer))),
            ["GET_HEALTH"] = c => AnswerAsync(c, "GET_HEALTH", Do((body, _) => WriteHealth(body.Writer))),
        };
    }

    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await Answer.TextAsync(context, 405, $"405 Method Not Allowed. Expecting one of {{ 'POST' }}, but received '{context.Request.Method}'.");
            return;
        }

        if (Refusal(context.Request) is var (status, text))
        {
            await Answer.TextAsync(context, status, text);
            return;
        }

        var (call, refusal) = await ReadCallAsync(context);
        await (call is not null && _calls.TryGetValue(call, out var handler)
            ? handler(context)
            : Answer.TextAsync(context, StatusCodes.Status400BadRequest, refusal ?? "Failed to validate master::Call: Expecting 'type' to be present"));
    }

    static Func<JsonBody, ClusterState, Task> Do(Action<JsonBody, ClusterState> write) => (body, state) =>
    {
        write(body, state);
        return Task.CompletedTask;
    };

    // JSON alone is spoken here, where a real master also speaks Protobuf.
    static (int Status, string Text)? Refusal(HttpRequest request)
    {
        if (request.ContentType is not { } type)
        {
            return (400, "Expecting 'Content-Type' to be present");
        }

        if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return (415, "Expecting 'Content-Type' of application/json or application/x-protobuf");
        }

        var accept = request.Headers.Accept.ToString();
        return accept.Length == 0 || accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal)
            ? null
            : (406, "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'");
    }

    static async Task<(string? Call, string? Refusal)> ReadCallAsync(HttpContext context)
    {
        var bytes = new byte[MaxCallBytes];
        var length = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        try
        {
            using var call = JsonDocument.Parse(bytes.AsMemory(0, length));
            return call.RootElement.ValueKind == JsonValueKind.Object && call.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                ? (type.GetString(), null)
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, "Failed to parse body into JSON: syntax error at line 1 near: ");
        }
    }

    Task AnswerAsync(HttpContext context, string type, Func<JsonBody, ClusterState, Task> write) => Answer.JsonAsync(context, async body =>
    {
        body.Writer.WriteStartObject();
        body.Writer.WriteString("type", type);
        await write(body, _cluster.State.AsMasterKnows());
        body.Writer.WriteEndObject();
    });

    void WriteVersion(Utf8JsonWriter json)
    {
        json.WriteStartObject("get_version");
        json.WriteStartObject("version_info");
        json.WriteString("version", _mesos.Version.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteHealth(Utf8JsonWriter json)
    {
        json.WriteStartObject("get_health");
        json.WriteBoolean("healthy", true);
        json.WriteEndObject();
    }
}
