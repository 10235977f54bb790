using System.Globalization;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Service;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;
using Xunit.Abstractions;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A server that is away for a while, and a real agent that goes on. MESOSCOPE_AWAY_SECONDS says how long; 12 when it is not set.</summary>
public sealed class ServerAwayTests(ITestOutputHelper output) : IDisposable
{
    const uint CoresUsed = 2;

    static readonly int s_awaySeconds = int.Parse(Environment.GetEnvironmentVariable("MESOSCOPE_AWAY_SECONDS") ?? "12", CultureInfo.InvariantCulture);
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(150);

    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Server_AwayAndBack_HasNoHoleAndNoSecondTwice()
    {
        using var server = new ServerRun(_folder.File("server")) { KeepsAddress = true };
        await server.StartAsync();
        var spool = Path.Combine(_folder.File("agent"), "spool");
        using (new AgentProcess(server, _folder, []))
        {
            await WaitAsync("the first spans", () => Acknowledged(spool) >= 2);
            server.Kill();
            await Task.Delay(TimeSpan.FromSeconds(s_awaySeconds));
            await WaitAsync("batches that wait", () => Directory.EnumerateFiles(spool, "*.batch").Any());
            await server.StartAsync();
            await WaitAsync("an empty spool", () => !Directory.EnumerateFiles(spool, "*.batch").Any());
        }

        server.Kill();
        Check();
    }

    // Seconds of each span of ten that the host has, from the first whole one to the last.
    void Check()
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { Folder = _folder.File("server"), MaintainsItself = false });
        var host = Assert.Single(new EntityCatalog(store.Records, TimeProvider.System).Current.Hosts.All);
        var values = new SlotValues();
        store.Metrics.Read(new SampleRead([host.Id], [CoresUsed], 0, long.MaxValue, Tier.TenSeconds), values);
        var ends = values.All.Keys.Select(static key => key.End).Order().ToList();
        output.WriteLine($"away {s_awaySeconds} s; {ends.Count} spans in {(ends[^1] - ends[0]) / 1000} s");
        Assert.True((ends[^1] - ends[0]) / 1000 >= s_awaySeconds);
        Assert.Equal(Enumerable.Range(0, ends.Count).Select(i => ends[0] + (i * 10_000L)), ends);
        // The first began with the agent, the last ended with it.
        Assert.All(ends.Skip(1).SkipLast(1), end => Assert.Equal(10u, values.All[(CoresUsed, end)].Count));
    }

    // The number in the file is behind a header; its low bytes are enough here.
    static ulong Acknowledged(string spool) => File.Exists(Path.Combine(spool, "acknowledged")) ? BitConverter.ToUInt64(File.ReadAllBytes(Path.Combine(spool, "acknowledged")), 20) : 0;

    static async Task WaitAsync(string what, Func<bool> isThere)
    {
        var deadline = DateTime.UtcNow + s_patience;
        while (!isThere())
        {
            Assert.True(DateTime.UtcNow < deadline, $"{what} did not come");
            await Task.Delay(100);
        }
    }
}
