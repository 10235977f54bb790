using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// The entities of one kind. Guarded by the catalog's lock, but for the table that was made of them.
sealed class KindTable(long memoryMilliseconds)
{
    readonly SortedDictionary<long, TrackedEntity> _byId = [];
    long _version = 1;
    long _staleFromMilliseconds;
    EntityTable? _table;

    // How far back memory knows everything, from now.
    public long MemoryMilliseconds => memoryMilliseconds;

    // Before this moment memory knows nothing for certain.
    public long KnownFromMilliseconds { get; set; }

    public IEnumerable<TrackedEntity> All => _byId.Values;

    public void Add(TrackedEntity entity)
    {
        _byId[entity.Id] = entity;
        Touch();
    }

    public bool TryFind(long id, out TrackedEntity? entity) => _byId.TryGetValue(id, out entity);

    // Something changed: the next table is another one.
    public void Touch()
    {
        _version++;
        _table = null;
    }

    public EntityTable Table(long nowMilliseconds)
    {
        if (_table is not null && nowMilliseconds < _staleFromMilliseconds)
        {
            return _table;
        }

        if (_table is not null)
        {
            _version++;
        }

        var (entities, next) = (new List<Entity>(_byId.Count), long.MaxValue);
        foreach (var tracked in _byId.Values)
        {
            var present = tracked.Present;
            if (present.EndMilliseconds == Entity.NeverMilliseconds)
            {
                entities.Add(present);
            }
            else if (present.EndMilliseconds + EntityTable.AfterlifeMilliseconds is var gone && gone > nowMilliseconds)
            {
                entities.Add(present);
                next = Math.Min(next, gone);
            }
        }

        _staleFromMilliseconds = next;
        return _table = new EntityTable(_version, entities);
    }

    // Forgets spans and entities that ended before memory's reach; returns those that are gone.
    public List<TrackedEntity> Trim(long nowMilliseconds)
    {
        var oldest = nowMilliseconds - memoryMilliseconds;
        KnownFromMilliseconds = Math.Max(KnownFromMilliseconds, oldest);
        var gone = new List<TrackedEntity>();
        foreach (var entity in _byId.Values)
        {
            if (entity.Present.EndMilliseconds < oldest)
            {
                gone.Add(entity);
            }
            else if (entity.Spans.Count > 1 && entity.Spans[0].NamedToMilliseconds < oldest)
            {
                entity.Spans.RemoveRange(0, entity.Spans.FindIndex(s => s.NamedToMilliseconds >= oldest));
            }
        }

        foreach (var entity in gone)
        {
            _byId.Remove(entity.Id);
        }

        return gone;
    }
}
