using Mesoscope.Samples.Labels;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;

namespace Mesoscope.EndToEnd.Tests.Servers;

static class StoredBatches
{
    // Everything that was acknowledged is in the data folder of a server that has ended, once, and nothing else but what was on its way.
    public static void Check(string folder, IReadOnlyList<RecordingSender> senders)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { Folder = folder, MaintainsItself = false });
        var catalog = new EntityCatalog(store.Records, TimeProvider.System);
        var containers = catalog.Current.Containers.All.ToDictionary(e => e.Labels.TryGet(LabelNames.ContainerId, out var id) ? id : "");
        Assert.Equal(senders.Count * RecordingSender.Containers, containers.Count);
        var happenings = store.Records.ReadHappenings(0, long.MaxValue, int.MaxValue).Select(h => h.Text).ToList();
        Assert.Equal(happenings.Count, happenings.Distinct().Count());
        foreach (var sender in senders)
        {
            for (var c = 0; c < RecordingSender.Containers; c++)
            {
                var stored = new StoredSums();
                var entity = containers[RecordingSender.ContainerId(sender.AgentId, c)].Id;
                store.Metrics.Read(new SampleRead([entity], [RecordingSender.Metric], 0, long.MaxValue, Tier.TenSeconds), stored);
                Assert.Empty(sender.Acknowledged.Except(stored.Sums.Keys));
                Assert.Empty(stored.Sums.Keys.Except(sender.Acknowledged).Except([sender.LastSent]));
                Assert.All(stored.Sums, s => Assert.Equal(RecordingSender.SumOf(s.Key, c), s.Value));
            }
        }
    }
}
