using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Catalog;

// Brings what the record store has of memory's reach into memory, when a server starts.
static class CatalogLoader
{
    // Parents come before what is part of them.
    static readonly EntityKind[] s_kinds = [EntityKind.Host, EntityKind.Container, EntityKind.Process, EntityKind.Connection];

    public static void Load(IRecordStore records, Lives lives, AgentUpdates updates, ContainerIndex containers, long nowMilliseconds)
    {
        foreach (var kind in s_kinds)
        {
            var table = lives.Of(kind);
            table.KnownFromMilliseconds = nowMilliseconds - table.MemoryMilliseconds;
            foreach (var spans in records.ReadEntities(table.KnownFromMilliseconds, Entity.NeverMilliseconds, kind).GroupBy(s => s.Id))
            {
                var entity = Restore([.. spans], lives.Find(spans.Last().Parent));
                table.Add(entity);
                updates.Adopt(entity);
                if (kind == EntityKind.Container)
                {
                    containers.Add(entity);
                }
            }
        }
    }

    // What it inherits is what it has in common with what it is part of.
    public static TrackedEntity Restore(IReadOnlyList<Entity> spans, TrackedEntity? parent)
    {
        var last = spans[^1];
        var inherited = parent?.Present.Labels ?? LabelSet.Empty;
        var own = LabelSet.From(last.Labels.All.Where(l => !inherited.TryGet(l.Key, out var value) || value != l.Value));
        var entity = new TrackedEntity(last.Id, last.AgentId, last.Number, last.Kind) { Own = own };
        if (last.Kind == EntityKind.Container)
        {
            entity.Remembered = LabelSet.From(own.All.Where(l => IsOfCluster(l.Key)));
        }

        entity.Spans.AddRange(spans);
        entity.Move(parent);
        return entity;
    }

    static bool IsOfCluster(string name) => name.StartsWith("mesos.", StringComparison.Ordinal) || name.StartsWith("marathon.", StringComparison.Ordinal);
}
