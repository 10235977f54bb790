using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Tests.Fakes;

// Both stores in memory, as simple as the interfaces allow: what queries are held against.
sealed class MemoryStore : IStore, IMetricStore, IRecordStore
{
    readonly Lock _lock = new();
    readonly SortedDictionary<(long Entity, uint Metric, Tier Tier, long End), SamplePoint> _samples = [];
    readonly List<HappeningRecord> _happenings = [];
    readonly Dictionary<(string Kind, string Key), string> _documents = [];
    long _nextId = 1;

    public IMetricStore Metrics => this;

    public IRecordStore Records => this;

    public string? Trouble { get; set; }

    public Tier Finest { get; set; } = Tier.TenSeconds;

    public Exception? Failure { get; set; }

    public void Add(long entity, uint metric, Tier tier, SamplePoint point)
    {
        lock (_lock)
        {
            _samples[(entity, metric, tier, point.EndMilliseconds)] = point;
        }
    }

    public ValueTask WriteAsync(StoreWrite write, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask WriteAsync(IReadOnlyList<EntitySpan> samples, CancellationToken cancellation = default) => throw new NotSupportedException();

    public void Read(SampleRead read, ISampleVisitor visitor)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        KeyValuePair<(long Entity, uint Metric, Tier Tier, long End), SamplePoint>[] samples;
        lock (_lock)
        {
            samples = [.. _samples];
        }

        foreach (var (key, point) in samples)
        {
            if (key.Tier == read.Tier && key.End > read.FromMilliseconds && key.End <= read.ToMilliseconds && read.Entities.Contains(key.Entity) && read.Metrics.Contains(key.Metric))
            {
                visitor.Visit(key.Entity, key.Metric, point);
            }
        }
    }

    public Tier FinestTier(long milliseconds) => Finest;

    public ValueTask WriteEntitiesAsync(IReadOnlyList<Entity> entities, CancellationToken cancellation = default) => throw new NotSupportedException();

    public IReadOnlyList<Entity> ReadEntities(long fromMilliseconds, long toMilliseconds, EntityKind kind) => throw new NotSupportedException();

    public IReadOnlyList<Entity> FindEntity(string agentId, ulong number) => throw new NotSupportedException();

    public long ReserveEntityIds(int count) => Interlocked.Add(ref _nextId, count) - count;

    public ValueTask WriteHappeningsAsync(IReadOnlyList<HappeningRecord> happenings, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            _happenings.AddRange(happenings);
        }

        return default;
    }

    public IReadOnlyList<HappeningRecord> ReadHappenings(long fromMilliseconds, long toMilliseconds, int limit)
    {
        lock (_lock)
        {
            return [.. _happenings.Where(h => h.Milliseconds >= fromMilliseconds && h.Milliseconds < toMilliseconds).OrderByDescending(static h => h.Milliseconds).Take(limit)];
        }
    }

    public string? ReadDocument(string kind, string key)
    {
        lock (_lock)
        {
            return _documents.GetValueOrDefault((kind, key));
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> ReadDocuments(string kind)
    {
        lock (_lock)
        {
            return [.. _documents.Where(d => d.Key.Kind == kind).Select(static d => KeyValuePair.Create(d.Key.Key, d.Value)).OrderBy(static d => d.Key, StringComparer.Ordinal)];
        }
    }

    public ValueTask WriteDocumentAsync(string kind, string key, string document, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            _documents[(kind, key)] = document;
        }

        return default;
    }

    public ValueTask RemoveDocumentAsync(string kind, string key, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            _documents.Remove((kind, key));
        }

        return default;
    }
}
