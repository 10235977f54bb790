using System.Text.Json;
using Mesoscope.EndToEnd.Tests.Clusters;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Scenes;
using Mesoscope.EndToEnd.Tests.Servers;
using static Mesoscope.EndToEnd.Tests.Service.Patience;

namespace Mesoscope.EndToEnd.Tests.Service;

/// <summary>The demo cluster with real tasks, an agent, a server: what the API tells of them, now and of the past.</summary>
[Collection(SharedMachine.Name)]
public sealed class ClusterStoryTests : IDisposable
{
    static readonly string[] s_grouping = ["mesos.framework.name", "marathon.group.name", "marathon.app.name", "mesos.task.name", "container.name"];
    static readonly string[] s_metrics = ["container.count", "memory.bytes.used", "cpu.cores.used", "net.bytes.in", "syscall.count"];

    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LiveFact(Needs = "/usr/bin/redis-server")]
    public async Task Api_OfARunningCluster_TellsItsStory()
    {
        using var demo = new DemoProcess("--run", "--apps", "0", "--batch", "1", "--batch-tasks", "1");
        using var run = new ServerRun(_folder.File("server")) { KeepsAddress = true };
        await run.StartAsync();
        using var server = await ServerApi.SignInAsync(run);
        using var agent = new AgentProcess(run, _folder, demo.Masters);

        // Somebody else's containers on this machine are none of ours.
        var own = $"mesos.framework.id is {demo.FrameworkId}";
        await WaitAsync("the shop with values", async () =>
            Node(await TreeAsync(server, 0, own), "web") is { } web && web.GetProperty("containerCount").GetInt32() == 2 && Value(web, 1) > 0);
        CheckSums(await TreeAsync(server, 0));

        var holder = await CheckTheTakenPortAsync(server, own);

        var mine = await server.AskAsync("api/v1/entities", new { kind = "container", scope = $"{own} and marathon.app.name is /shop/web" });
        var steady = $"{own} and marathon.app.name in (/shop/web, /shop/{holder}/redis)";

        await CheckTheHealthOfATaskAsync(server, demo, mine.GetProperty("entities")[0].GetProperty("labels"), own);

        // A change, and a moment before it: the kernel tells begins by hundredths of a second.
        var before = Now() - 1000;
        demo.Command("scale?app=/shop/web&instances=3");
        await WaitAsync("a third web", async () => Node(await TreeAsync(server, 0, own), "web") is { } web && web.GetProperty("containerCount").GetInt32() == 3);
        Assert.Equal(2, Node(await TreeAsync(server, before, own), "web")!.Value.GetProperty("containerCount").GetInt32());
        CheckSums(await TreeAsync(server, before));

        await CheckNothingBlinksAsync(server, steady, () => agent.Restart("TERM"));
        await CheckNothingBlinksAsync(server, steady, () => agent.Restart("KILL"));
        await CheckNothingBlinksAsync(server, steady, () =>
        {
            run.Kill();
            run.StartAsync().GetAwaiter().GetResult();
        });
        await CheckNothingBlinksAsync(server, steady, () => demo.Command("fail-over"));
        Assert.Equal(2, Node(await TreeAsync(server, before, own), "web")!.Value.GetProperty("containerCount").GetInt32());
        await CheckThePastDidNotBlinkAsync(server, steady, before);
    }

    // Without Docker both redis are native tasks, and the one that comes first has the port.
    static async Task<string> CheckTheTakenPortAsync(ServerApi server, string own)
    {
        var (loser, holder, mark) = ("", "", default(JsonElement));
        await WaitAsync("the mark of the taken port", async () =>
        {
            var tree = await TreeAsync(server, 0, own);
            loser = new[] { "cache", "db" }.FirstOrDefault(l => Node(tree, l) is { } n && FindMark(n, "port-conflict") is not null) ?? "";
            holder = loser == "db" ? "cache" : "db";
            return loser.Length > 0 && Node(tree, "shop") is { } shop && FindMark(shop, "port-conflict") is { } found
                && FindMark(tree.GetProperty("nodes")[0], "port-conflict") is not null
                && (mark = found).GetProperty("culprit") is { ValueKind: JsonValueKind.Object } culprit
                // The holder may have been as young as the first who wanted its port.
                && culprit.GetProperty("text").GetString()!.Contains($"/shop/{holder}/redis", StringComparison.Ordinal) && FindMark(Node(tree, loser)!.Value, "restarting") is not null;
        });

        Assert.Contains("6379", mark.GetProperty("text").GetString(), StringComparison.Ordinal);
        var tree = await TreeAsync(server, 0, own);
        var node = Node(tree, loser)!.Value;
        Assert.Equal("critical", node.GetProperty("health").GetProperty("level").GetString());
        Assert.True(node.GetProperty("health").GetProperty("restarts").GetInt32() >= 2);
        Assert.Single(tree.GetProperty("nodes").EnumerateArray().Where(n => n.GetProperty("label").GetString() == loser).Select(static n => n.GetProperty("id").GetString()));

        // The link to the culprit leads to the redis that has the port.
        var scope = mark.GetProperty("culprit").GetProperty("scope").GetString();
        var culprit = await server.AskAsync("api/v1/tree", new { groupBy = s_grouping, columns = Array.Empty<object>(), scope, expandAll = true });
        Assert.Equal(1, Node(culprit, holder)!.Value.GetProperty("containerCount").GetInt32());
        Assert.Null(Node(culprit, loser));

        var happenings = await server.GetAsync("api/v1/happenings?kinds=port.conflict&scope=" + Uri.EscapeDataString(own));
        Assert.Contains(happenings.EnumerateArray(), h => h.GetProperty("id").GetString() == mark.GetProperty("happening").GetString());
        var deaths = await server.GetAsync("api/v1/happenings?kinds=container.died&scope=" + Uri.EscapeDataString($"{own} and marathon.app.name is /shop/{loser}/redis"));
        Assert.Contains(deaths.EnumerateArray(), static h => h.GetProperty("failedCalls").EnumerateArray().Any(static c => c.GetProperty("errorName").GetString() == "EADDRINUSE"));
        return holder;
    }

    static async Task CheckTheHealthOfATaskAsync(ServerApi server, DemoProcess demo, JsonElement labels, string scope)
    {
        Assert.False(labels.TryGetProperty("mesos.task.healthy", out _));
        Assert.StartsWith("20", labels.GetProperty("marathon.app.version").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(labels.GetProperty("mesos.agent.id").GetString()!);
        Assert.True(Directory.Exists(labels.GetProperty("mesos.task.sandbox").GetString()));
        var id = labels.GetProperty("mesos.task.id").GetString();
        demo.Command($"unhealthy?task={id}");
        await WaitAsync("the mark of the failing health check", async () => Node(await TreeAsync(server, 0, scope), "web") is { } web && FindMark(web, "unhealthy") is not null);
        demo.Command($"healthy?task={id}");
        await WaitAsync("the end of the mark", async () => Node(await TreeAsync(server, 0, scope), "web") is { } web && FindMark(web, "unhealthy") is null);
        var task = await server.AskAsync("api/v1/entities", new { kind = "container", scope = $"mesos.task.id is {id}" });
        Assert.Equal("true", task.GetProperty("entities")[0].GetProperty("labels").GetProperty("mesos.task.healthy").GetString());
    }

    // Asks all the time while something is started anew: what lives goes on to live.
    static async Task CheckNothingBlinksAsync(ServerApi server, string scope, Action disturb)
    {
        var steady = await SteadyAsync(server, scope);
        var disturbed = Task.Run(disturb);
        var seen = new List<string>();
        var until = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(15);
        while (!disturbed.IsCompleted || DateTimeOffset.UtcNow < until)
        {
            try
            {
                seen.Add(await SteadyAsync(server, scope));
            }
            catch (HttpRequestException)
            {
                // The server itself is away for a moment.
            }

            await Task.Delay(100);
        }

        await disturbed;
        Assert.True(seen.Count > 10, $"only {seen.Count} answers");
        if (seen.Find(s => s != steady) is { } other)
        {
            Assert.Fail($"first\n{steady}\nand then\n{other}");
        }
    }

    static async Task CheckThePastDidNotBlinkAsync(ServerApi server, string scope, long from)
    {
        var answer = await server.AskAsync("api/v1/series", new { metrics = new[] { new { metric = "container.count" } }, scope, fromMs = from, toMs = 0, stepMs = 10_000 });
        var counts = answer.GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(static v => v.GetDouble()).ToList();
        Assert.Equal(counts.Order(), counts);
        Assert.Equal(4, counts[^1]);
    }

    // Containers of those apps that nothing is wrong with.
    static async Task<string> SteadyAsync(ServerApi server, string scope)
    {
        var tree = await TreeAsync(server, 0, scope);
        return string.Join('\n', tree.GetProperty("nodes").EnumerateArray().Where(static n => n.GetProperty("isAlive").GetBoolean())
            .Select(static n => $"{n.GetProperty("id")} {n.GetProperty("containerCount")} {n.GetProperty("values")[0]}"));
    }

    static Task<JsonElement> TreeAsync(ServerApi server, long at, string? scope = null) =>
        server.AskAsync("api/v1/tree", new { groupBy = s_grouping, columns = s_metrics.Select(static m => new { metric = m }), atMs = at, scope, expandAll = true });

    // Every node is the sum of those below it.
    static void CheckSums(JsonElement tree)
    {
        var nodes = tree.GetProperty("nodes").EnumerateArray().ToList();
        Assert.True(nodes.Count > 10);
        foreach (var node in nodes.Where(static n => n.GetProperty("childCount").GetInt32() > 0))
        {
            var children = nodes.Where(n => n.GetProperty("parent").GetString() == node.GetProperty("id").GetString()).ToList();
            Assert.Equal(node.GetProperty("childCount").GetInt32(), children.Count);
            Assert.Equal(node.GetProperty("containerCount").GetInt32(), children.Sum(static c => c.GetProperty("containerCount").GetInt32()));
            for (var column = 0; column < s_metrics.Length; column++)
            {
                var sum = children.Sum(c => Value(c, column));
                Assert.InRange(Value(node, column), sum - (1e-9 * Math.Abs(sum)), sum + (1e-9 * Math.Abs(sum)));
            }
        }
    }

    static JsonElement? Node(JsonElement tree, string label)
    {
        foreach (var node in tree.GetProperty("nodes").EnumerateArray())
        {
            if (node.GetProperty("label").GetString() == label)
            {
                return node;
            }
        }

        return null;
    }

    static JsonElement? FindMark(JsonElement node, string kind)
    {
        foreach (var mark in node.GetProperty("health").GetProperty("marks").EnumerateArray())
        {
            if (mark.GetProperty("kind").GetString() == kind)
            {
                return mark;
            }
        }

        return null;
    }

    static double Value(JsonElement node, int column) => node.GetProperty("values")[column] is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : 0;

    static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
