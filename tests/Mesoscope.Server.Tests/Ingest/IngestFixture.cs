using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Tests.Storage;

namespace Mesoscope.Server.Tests.Ingest;

// Store, catalogue and ingest on a clock that stands.
sealed class IngestFixture : IDisposable
{
    readonly EntityLimits _limits;

    public IngestFixture(EntityLimits? limits = null)
    {
        _limits = limits ?? new EntityLimits();
        Begin();
    }

    public StoreFixture Store { get; } = new();

    public EntityCatalog Catalog { get; private set; } = null!;

    public AgentRegistry Agents { get; private set; } = null!;

    public BatchIngest Ingest { get; private set; } = null!;

    public long Now
    {
        get => Store.Time.Milliseconds;
        set => Store.Time.Milliseconds = value;
    }

    public Task<BatchReply> SendAsync(SampleBatch batch) => Ingest.TakeAsync(batch, Now, default);

    public void Restart()
    {
        Store.Restart();
        Begin();
    }

    public AgentStatus Status(string agent) => Agents.All.Single(a => a.AgentId == agent);

    public ulong Refused(string agent, string cause) => Status(agent).Drops.SingleOrDefault(d => d.Key == "server: " + cause).Value;

    public Entity Container(string id) => Catalog.Current.Containers.All.Single(e => Value(e, "container.id") == id);

    public List<(long Entity, uint Metric, SamplePoint Point)> Samples(string container, uint metric = Batches.Cpu) =>
        Store.Read(Tier.TenSeconds, Now - 86_000_000, Now + 3_600_000, [Container(container).Id], metric);

    public static string? Value(Entity entity, string label) => entity.Labels.TryGet(label, out var value) ? value : null;

    public void Dispose() => Store.Dispose();

    void Begin()
    {
        Catalog = new EntityCatalog(Store.Store.Records, Store.Time, _limits);
        var options = new IngestOptions();
        Agents = new AgentRegistry(Store.Store, Catalog, options, Store.Time);
        Ingest = new BatchIngest(Store.Store, Catalog, Agents, new NobodyLooks(), options, Store.Time);
    }

    sealed class NobodyLooks : ILiveInterest
    {
        public bool IsLive(string agentId) => false;
    }
}
