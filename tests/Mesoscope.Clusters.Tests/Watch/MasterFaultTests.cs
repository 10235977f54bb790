using System.Text;
using System.Threading;
using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Watch;

// Each fault that a master can have: it is said once, the last good names stay, and new ones come when it is over.
public sealed class MasterFaultTests
{
    const string Head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

    static readonly Dictionary<string, Func<FakeRequest, FakeMaster, Task>> s_faults = new()
    {
        ["unavailable"] = (request, _) => request.AnswerAsync(503, "No leader elected"),
        ["broken"] = (request, _) => request.AnswerAsync(500, "geheim"),
        ["denied"] = (request, _) => request.AnswerAsync(401, ""),
        ["forbidden"] = (request, _) => request.AnswerAsync(403, ""),
        ["gone"] = (request, _) => request.AnswerAsync(404, ""),
        ["closed"] = (_, _) => Task.CompletedTask,
        ["empty"] = (request, _) => request.AnswerAsync(200, ""),
        ["garbage"] = (request, _) => request.AnswerAsync(200, "<html>geheim</html>"),
        ["other document"] = (request, _) => request.AnswerAsync(200, "{\"healthy\":true}"),
        ["wrong type"] = (request, _) => request.AnswerAsync(200, "{\"frameworks\":7}"),
        ["half a document"] = (request, master) => request.AnswerAsync(200, master.State()[..100]),
        ["deep"] = (request, _) => request.AnswerAsync(200, new string('[', 100_000)),
        ["loop"] = (request, master) => request.AnswerAsync(307, "", $"Location: //{master.Url.Authority}{request.Path}"),
        ["nowhere"] = (request, _) => request.AnswerAsync(302, "", "Location: ftp://x/"),
        ["silent"] = (_, master) => Task.Delay(Timeout.Infinite, master.End),
        ["a byte a second"] = TrickleAsync,
        ["endless"] = FloodAsync,
        ["no leader"] = (request, master) => request.AnswerAsync(200, $"{{\"pid\":\"{master.Pid}\",\"frameworks\":[],\"slaves\":[]}}"),
        ["leads nowhere"] = (request, master) => request.AnswerAsync(200, $"{{\"pid\":\"{master.Pid}\",\"leader\":\"master@\",\"frameworks\":[]}}"),
    };

    public static TheoryData<string> Faults => [.. s_faults.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Watch_DuringAFault_KeepsTheNamesAndSaysItOnce(string fault)
    {
        using var master = new FakeMaster("a", "b");
        // A clock that stands, so that a slow machine's minute is not over before the end.
        using var cluster = new WatchedCluster($"http://us:geheim@{master.Url.Authority}", clock: new HandClock());
        cluster.WaitFor("a b");

        master.Break(request => s_faults[fault](request, master));
        cluster.WaitUntil(() => cluster.Lines.Count > 0);
        Assert.Equal("a b", cluster.TaskIds);
        master.Set("b", "c");
        master.Heal();
        cluster.WaitFor("b c");

        Assert.Single(cluster.Lines, line => line.StartsWith("master: ", StringComparison.Ordinal) && line.Contains("the last good names stay", StringComparison.Ordinal));
        Assert.All(cluster.Lines, line => Assert.DoesNotContain("geheim", line, StringComparison.Ordinal));
    }

    static async Task TrickleAsync(FakeRequest request, FakeMaster master)
    {
        await request.SendAsync(Head);
        while (true)
        {
            await request.SendAsync(" ");
            await Task.Delay(100, master.End);
        }
    }

    static async Task FloodAsync(FakeRequest request, FakeMaster master)
    {
        await request.SendAsync(Head + "{\"frameworks\":[],\"x\":\"");
        var text = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
        while (!master.End.IsCancellationRequested)
        {
            await request.Stream.WriteAsync(text, master.End);
        }
    }
}
