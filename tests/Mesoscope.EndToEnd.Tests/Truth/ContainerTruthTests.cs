using System.Globalization;
using System.Text.Json;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Servers;
using Mesoscope.EndToEnd.Tests.Service;
using Xunit.Abstractions;
using static Mesoscope.EndToEnd.Tests.Service.Patience;

namespace Mesoscope.EndToEnd.Tests.Truth;

/// <summary>
/// What the API tells of containers against what their programs and the kernel say. MESOSCOPE_TRUTH_SECONDS says how long they work; 22 when
/// it is not set, which is always one whole span of ten seconds.
/// </summary>
public sealed class ContainerTruthTests(ITestOutputHelper output) : IDisposable
{
    const double Tolerance = 0.02;
    const double StartAndEndSeconds = 0.1;
    const long HeldBytes = 400_000_000;

    static readonly int s_seconds = int.Parse(Environment.GetEnvironmentVariable("MESOSCOPE_TRUTH_SECONDS") ?? "22", CultureInfo.InvariantCulture);
    static readonly string[] s_counted = ["cpu.cores.used", "net.bytes.in", "net.bytes.out", "file.bytes.in", "file.bytes.out", "net.bytes.total", "file.bytes.total"];

    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LiveFact(Needs = "/usr/bin/perl")]
    public async Task Api_OfContainersWithAKnownLoad_TellsWhatTheyAndTheKernelSay()
    {
        using var run = new ServerRun(_folder.File("server"));
        await run.StartAsync();
        using var server = await ServerApi.SignInAsync(run);
        using var agent = new AgentProcess(run, _folder, []);
        await WaitAsync("the agent", async () => (await server.GetAsync("api/v1/agents")).GetArrayLength() > 0);

        var group = "/truth-" + Guid.NewGuid().ToString("N");
        using var first = new KnownLoad(s_seconds, HeldBytes, _folder.File("first"), group + "/a/first");
        using var second = new KnownLoad(s_seconds, HeldBytes / 2, _folder.File("second"), group + "/b/second");
        await first.WaitUntilReadyAsync();
        var from = Now();
        await second.WaitUntilReadyAsync();
        var memory = first.KernelMemory;
        var (done, other) = (await first.EndAsync(), await second.EndAsync());
        var to = Now();
        foreach (var load in new[] { first, second })
        {
            // It comes in one batch with its last values.
            await WaitAsync("the end of the container", async () =>
                (await server.GetAsync("api/v1/happenings?kinds=container.died&scope=" + Uri.EscapeDataString($"container.id is {load.ContainerId}"))).GetArrayLength() > 0);
        }

        var told = await SumsAsync(server, $"container.id is {first.ContainerId}");
        var toldOfOther = await SumsAsync(server, $"container.id is {second.ContainerId}");
        Check("processor time, the group's", told[0], done.KernelProcessorSeconds);
        Check("processor time, the program's", told[0], done.ProcessorSeconds, StartAndEndSeconds);
        Check("received, the program's", told[1], done.NetIn);
        Check("received, the interface's", told[1], done.InterfaceIn);
        Check("sent, the program's", told[2], done.NetOut);
        Check("sent, the interface's", told[2], done.InterfaceOut);
        Check("read, the program's", told[3], done.FileIn);
        Check("written, the program's", told[4], done.FileOut);
        Check("received, the other's", toldOfOther[1], other.NetIn);
        Check("written, the other's", toldOfOther[4], other.FileOut);
        var held = await MemoryAsync(server, first.ContainerId, from, to);
        Check("memory, the group's", held, memory);
        Check("memory, the program's", held, done.HeldBytes);

        // Exactly: a group is nothing but its containers.
        foreach (var scope in new[] { $"marathon.group.name starts with {group}", $"marathon.app.name in ({group}/a/first, {group}/b/second)" })
        {
            var sums = await SumsAsync(server, scope);
            for (var i = 0; i < s_counted.Length; i++)
            {
                Assert.Equal(1, sums[i] / (told[i] + toldOfOther[i]), 9);
            }
        }
    }

    // What the program cannot know of itself is slack.
    void Check(string what, double told, double counted, double slack = 0)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {counted,16:0.000}  told {told,16:0.000}  {100 * ((told / counted) - 1):+0.000;-0.000;0.000} %"));
        Assert.InRange(told, counted * (1 - Tolerance), (counted * (1 + Tolerance)) + slack);
    }

    // Sums over the whole time: of a rate what happened, of cores their seconds.
    static async Task<List<double>> SumsAsync(ServerApi server, string scope)
    {
        var answer = await server.AskAsync("api/v1/series", new
        {
            kind = "container",
            scope,
            metrics = s_counted.Select(static metric => new { metric, time = "sum", group = "sum" }),
            fromMs = (Now() - 600_000) / 10_000 * 10_000,
            toMs = (Now() + 10_000) / 10_000 * 10_000,
            stepMs = 10_000,
        });
        return [.. answer.GetProperty("series").EnumerateArray().Select(static series => series.GetProperty("values").EnumerateArray().Sum(Number))];
    }

    // The mean of the whole spans in which it was held.
    static async Task<double> MemoryAsync(ServerApi server, string id, long from, long to)
    {
        var answer = await server.AskAsync("api/v1/series", new
        {
            kind = "container",
            scope = $"container.id is {id}",
            metrics = new[] { new { metric = "memory.bytes.used" } },
            fromMs = (from + 9_999) / 10_000 * 10_000,
            toMs = to / 10_000 * 10_000,
            stepMs = 10_000,
        });
        return answer.GetProperty("series")[0].GetProperty("values").EnumerateArray().Average(Number);
    }

    static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
