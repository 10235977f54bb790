using System.Globalization;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Service;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;
using Xunit.Abstractions;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A real agent and a real server, each killed in turn at moments that nobody chose. MESOSCOPE_KILLS says how often; 6 when it is not set.</summary>
public sealed class AgentKillTests(ITestOutputHelper output) : IDisposable
{
    // Fill the server's writes while the agent sends.
    const int Senders = 2;

    static readonly int s_kills = int.Parse(Environment.GetEnvironmentVariable("MESOSCOPE_KILLS") ?? "6", CultureInfo.InvariantCulture);
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_OfAgentAndServerInTurn_LosesNothingAcknowledgedAndDoublesNothing()
    {
        using var server = new ServerRun(_folder.File("server"));
        await server.StartAsync();
        await using var relay = await RecordingRelay.StartAsync(server);
        var begin = DateTimeOffset.UtcNow.AddHours(-21).ToUnixTimeMilliseconds() / 10_000 * 10_000;
        using var end = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(i => Task.Run(() => new RecordingSender($"load-{i}", begin, server).RunAsync(end.Token))).ToList();
        var random = new Random();
        using (var agent = new AgentProcess(server, _folder, [], relay.Address))
        {
            for (var kill = 0; kill < s_kills; kill++)
            {
                await WaitForAsync(relay, relay.Acknowledged.Count + random.Next(1, 3));
                await Task.Delay(random.Next(1200));
                if (kill % 2 == 0)
                {
                    agent.Restart("KILL");
                }
                else
                {
                    server.Kill();
                    await server.StartAsync();
                }
            }

            await WaitForAsync(relay, relay.Sent.Count + 1);
        }

        await end.CancelAsync();
        server.Kill();
        await Task.WhenAll(senders);
        Check(relay);
    }

    static async Task WaitForAsync(RecordingRelay relay, int acknowledged)
    {
        var deadline = DateTime.UtcNow + s_patience;
        while (relay.Acknowledged.Count < acknowledged)
        {
            Assert.True(DateTime.UtcNow < deadline, "the server takes no batches of the agent any more");
            await Task.Delay(20);
        }
    }

    void Check(RecordingRelay relay)
    {
        var (sent, acknowledged) = (relay.Sent, relay.Acknowledged);
        output.WriteLine($"{s_kills} kills, {acknowledged.Count} batches acknowledged, {sent.Count} sent, {acknowledged.Sum(static batch => batch.SampleSets.Sum(static set => set.Seconds))} seconds");
        Assert.Single(sent.Select(static batch => batch.AgentId).Distinct());
        Assert.Equal(Enumerable.Range(1, sent.Count).Select(static number => (ulong)number), sent.Select(static batch => batch.Sequence));

        using var store = SqliteStore.Open(new SqliteStoreOptions { Folder = _folder.File("server"), MaintainsItself = false });
        var catalog = new EntityCatalog(store.Records, TimeProvider.System);
        var number = sent.SelectMany(static batch => batch.Entities).First(static entity => entity.Kind == EntityKind.Host).Number;
        var host = catalog.Current.Hosts.All.Single(entity => catalog.Resolve(sent[0].AgentId, number, 0) == entity.Id).Id;
        var (least, most) = (SlotValues.Of(acknowledged, number), SlotValues.Of(sent, number));
        Assert.True(least.Count > 20, $"{least.Count} values");
        var stored = new SlotValues();
        store.Metrics.Read(new SampleRead([host], [.. most.Metrics], 0, long.MaxValue, Tier.TenSeconds), stored);
        foreach (var (key, value) in least.All)
        {
            Assert.True(stored.All.TryGetValue(key, out var found), $"{key} is lost");
            // What was sent last may be there without the server's word.
            Assert.True(found.IsNear(value) || found.IsNear(most.All[key]), $"{key}: {found} is stored, {value} was acknowledged");
        }

        Assert.Empty(stored.All.Keys.Except(most.All.Keys));
        CheckHappenings(store, sent, acknowledged);
    }

    static void CheckHappenings(SqliteStore store, IReadOnlyList<SampleBatch> sent, IReadOnlyList<SampleBatch> acknowledged)
    {
        var stored = store.Records.ReadHappenings(0, long.MaxValue, int.MaxValue);
        Assert.Equal(stored.Count, stored.Select(static h => h.Id).Distinct().Count());
        var told = acknowledged.SelectMany(static batch => batch.Happenings).Select(static h => (h.Kind, h.TimeMs, h.Text)).ToHashSet();
        Assert.Contains(told, static h => h.Kind == "agent.started");
        Assert.Empty(told.Except(stored.Select(static h => (h.Kind, h.Milliseconds, h.Text))));
        Assert.Equal(
            sent.SelectMany(static batch => batch.Happenings).Count(static h => h.Kind == "agent.started"),
            stored.Count(static h => h.Kind == "agent.started"));
    }
}
