using System.Net.Http.Json;

namespace Mesoscope.ServerBench;

// Browsers that look live: what they cost the server besides the load, which goes on.
static class Pages
{
    static readonly string[] s_metrics = ["cpu.cores.used", "memory.bytes.used", "net.bytes.in", "syscall.count", "container.count"];

    public static async Task LookAsync(ServerProcess server, HttpClient client, IReadOnlyList<SimulatedAgent> agents, BenchOptions options)
    {
        if (options.LiveSeconds == 0 || options.Pages == 0)
        {
            return;
        }

        await LookAsync("no page", server, client, agents, [], false, options);
        await LookAsync($"{options.Pages} pages on one tree, samples of ten seconds", server, client, agents, All(options, 1, ""), false, options);
        await LookAsync($"{options.Pages} pages on five trees, samples of ten seconds", server, client, agents, All(options, 5, ""), false, options);
        await LookAsync($"{options.Pages} pages on one tree, each second where the server asks", server, client, agents, All(options, 1, ""), true, options);
        await LookAsync($"{options.Pages} pages on a tenth of the hosts, each second where the server asks", server, client, agents, All(options, 5, "host.hostName starts with node-0000"), true, options);
    }

    static List<object> All(BenchOptions options, int different, string scope) => [.. Enumerable.Range(0, options.Pages).Select(i => Question(i % different, scope))];

    // A tree whose groups are open, the charts of what is chosen, and what happens.
    static object Question(int which, string scope) => new
    {
        tree = new
        {
            groupBy = Questions.Levels,
            columns = s_metrics.Select(m => new { metric = m }),
            scope,
            expanded = new[] { "all/marathon", "all/chronos", $"all/marathon/+division-{which % 4}", $"all/chronos/+division-{which % 4}" },
            sort = new { column = which, descending = true },
        },
        series = s_metrics.Take(4).Select(m => new { metrics = new[] { new { metric = m } }, scope = $"marathon.app.name starts with /division-{which % 4}/team-{which}/", fromMs = -600_000, toMs = 0 }),
        happenings = new { scope },
    };

    static async Task LookAsync(string name, ServerProcess server, HttpClient client, IReadOnlyList<SimulatedAgent> agents, List<object> questions, bool isLiveHeeded, BenchOptions options)
    {
        using var end = new CancellationTokenSource();
        var senders = new Senders(server, agents, isLiveHeeded, end.Token);
        var lookers = questions.ConvertAll(q => new Looker(client, q, end.Token));

        // Everybody is there, and agents have heard whether somebody looks.
        await Task.Delay(TimeSpan.FromSeconds(15));
        var (begin, processor, batches, bytes, events) = (DateTime.UtcNow, server.ProcessorSeconds, senders.Batches, lookers.Sum(l => l.Bytes), lookers.Sum(l => l.Events));
        await Task.Delay(TimeSpan.FromSeconds(options.LiveSeconds));
        var seconds = (DateTime.UtcNow - begin).TotalSeconds;
        Console.WriteLine(
            $"{name}: {(server.ProcessorSeconds - processor) / seconds * 100:f1} % of a core, {(senders.Batches - batches) / seconds:f0} batches a second, "
            + $"{(lookers.Sum(l => l.Events) - events) / seconds / Math.Max(1, lookers.Count):f2} events a second and page, {(lookers.Sum(l => l.Bytes) - bytes) / seconds / 1024:f0} KiB a second, {server.ResidentBytes >> 20} MiB resident");
        await end.CancelAsync();
        await Task.WhenAll([senders.Done, .. lookers.Select(l => l.Done)]);
    }
}
