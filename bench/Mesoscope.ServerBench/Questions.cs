using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Mesoscope.ServerBench;

// Asks the API what the page asks, one question after the other.
static class Questions
{
    // The first answers compile the code.
    const int WarmUps = 10;

    public static async Task AskAsync(ServerProcess server, BenchOptions options)
    {
        if (options.Queries == 0)
        {
            return;
        }

        using var client = new HttpClient { BaseAddress = server.Address };
        await SignInAsync(client, server.Password);
        await AskAsync(client, "tree, four levels, all apps open, now", "api/v1/tree", Tree, options.Queries);
        await AskAsync(client, "chart, 24 h, 100 containers", "api/v1/series", Chart, options.Queries);
    }

    // No two are alike, so that none is answered with what was kept of the one before.
    static object Tree(int question) => new
    {
        groupBy = new[] { "mesos.framework.name", "marathon.group.name", "marathon.app.name", "container.name" },
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

    static async Task SignInAsync(HttpClient client, string password)
    {
        var changed = Guid.NewGuid().ToString();
        using var first = await client.PostAsJsonAsync("api/v1/session", new { user = "admin", password });
        await NoteTokenAsync(client, first);
        using var change = await client.PutAsJsonAsync("api/v1/me/password", new { current = password, @new = changed });
        change.EnsureSuccessStatusCode();
    }

    static async Task NoteTokenAsync(HttpClient client, HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("csrfToken").GetString());
    }

    static async Task AskAsync(HttpClient client, string name, string path, Func<int, object> body, int count)
    {
        var times = new List<double>();
        var bytes = 0L;
        for (var i = -WarmUps; i < count; i++)
        {
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
        Console.WriteLine($"{name}: p50 {Load.At(times, 0.5):f1} ms, p99 {Load.At(times, 0.99):f1} ms of {count}, {bytes} bytes");
    }
}
