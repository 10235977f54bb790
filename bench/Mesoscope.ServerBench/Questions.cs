using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Mesoscope.ServerBench;

// Asks the API what the page asks, one question after the other.
static class Questions
{
    // The first answers compile the code.
    const int WarmUps = 10;

    public static readonly string[] Levels = ["mesos.framework.name", "marathon.group.name", "marathon.app.name", "container.name"];

    public static async Task AskAsync(ServerProcess server, HttpClient client, BenchOptions options)
    {
        if (options.Queries == 0)
        {
            return;
        }

        await AskAsync(server, client, "tree, four levels, all apps open, now", "api/v1/tree", Tree, options.Queries);
        await AskAsync(server, client, "spark lines of 40 rows", "api/v1/tree", await SparksAsync(client), options.Queries);
        if (options.Hours > 0)
        {
            await AskAsync(server, client, "chart, 24 h, 100 containers", "api/v1/series", Chart, options.Queries);
        }
    }

    // What the page asks for the rows that are in sight: the first of a tree whose groups are open.
    static async Task<Func<int, object>> SparksAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("api/v1/tree", new { groupBy = Levels, columns = Array.Empty<object>(), expandAll = true, limit = 2000 });
        var tree = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var rows = tree.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).Where(id => id.Count(c => c == '/') <= 4).Take(40).ToArray();
        return question => new
        {
            groupBy = Levels,
            columns = new[] { new { metric = Metric(question) }, new { metric = Metric(question + 7) } },
            rangeMs = 10_000 + (question % 4 * 10_000),
            expandAll = true,
            only = rows,
            sparkPoints = 60,
        };
    }

    // No two are alike, so that none is answered with what was kept of the one before.
    static object Tree(int question) => new
    {
        groupBy = Levels,
        columns = new[] { new { metric = Metric(question) }, new { metric = Metric(question + 7) } },
        rangeMs = 10_000 + (question % 4 * 10_000),
        expandAll = true,
        limit = 2000,
    };

    static object Chart(int question) => new
    {
        metrics = new[] { new { metric = Metric(question) } },
        scope = "container.type is docker and host.hostName in (node-00000, node-00001)",
        fromMs = -86_400_000L + (question / 4 * 600_000L),
        toMs = 0,
    };

    static string Metric(int question) => (question % 4) switch { 0 => "cpu.cores.used", 1 => "memory.bytes.used", 2 => "net.bytes.in", _ => "syscall.count" };

    // How many values of the first series are known.
    static int Values(string text) =>
        JsonDocument.Parse(text).RootElement.GetProperty("series")[0].GetProperty("values").EnumerateArray().Count(v => v.ValueKind == JsonValueKind.Number);

    static async Task AskAsync(ServerProcess server, HttpClient client, string name, string path, Func<int, object> body, int count)
    {
        var times = new List<double>();
        var (bytes, processor) = (0L, 0.0);
        for (var i = -WarmUps; i < count; i++)
        {
            processor = i == 0 ? server.ProcessorSeconds : processor;
            var begin = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync(path, body(i + WarmUps));
            answer.EnsureSuccessStatusCode();
            var text = await answer.Content.ReadAsStringAsync();
            bytes = text.Length;
            if (path.EndsWith("series", StringComparison.Ordinal) && Values(text) < 50)
            {
                throw new InvalidOperationException("a chart without values measures nothing");
            }

            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine($"{name}: p50 {Percentile.Of(times, 0.5):f1} ms, p99 {Percentile.Of(times, 0.99):f1} ms of {count}, {(server.ProcessorSeconds - processor) / count * 1000:f1} ms of processor time each, {bytes} bytes");
    }
}
