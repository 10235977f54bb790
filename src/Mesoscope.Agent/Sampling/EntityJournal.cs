using Mesoscope.Agent.Entities;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sampling;

/// <summary>The entities that the server is told of, and what it has to be told next.</summary>
sealed class EntityJournal
{
    readonly Dictionary<ulong, MeasuredEntity> _entities = [];

    /// <summary>How many there are.</summary>
    public int Count => _entities.Count;

    /// <summary>Adds an entity; what had its number before is replaced.</summary>
    public void Add(MeasuredEntity entity) => _entities[entity.Number] = entity;

    /// <summary>The entity of a number; null when there is none.</summary>
    public MeasuredEntity? Find(ulong number) => _entities.GetValueOrDefault(number);

    /// <summary>
    /// Writes what the server does not know, or all there is, and forgets those that ended. An entity that is over before the server heard of
    /// it is told all the same: its values come with it.
    /// </summary>
    public void Write(SampleBatch batch, bool isAll)
    {
        foreach (var entity in _entities.Values)
        {
            if (isAll || entity.IsChanged)
            {
                batch.Entities.Add(entity.TakeRecord());
            }
        }

        batch.HasAllEntities = isAll;
        foreach (var record in batch.Entities)
        {
            if (record.EndTimeMs != 0)
            {
                _entities.Remove(record.Number);
            }
        }
    }
}
