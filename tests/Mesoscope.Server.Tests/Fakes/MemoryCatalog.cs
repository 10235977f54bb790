using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Tests.Fakes;

sealed class MemoryCatalog : IEntityCatalog
{
    readonly Lock _lock = new();
    readonly List<Entity> _spans = [];
    long _version = 1;

    public List<WaitingTask> Waiting { get; } = [];

    public EntitySnapshot Current => new()
    {
        Hosts = Table(EntityKind.Host),
        Containers = Table(EntityKind.Container),
        Processes = Table(EntityKind.Process),
        WaitingTasks = Waiting,
    };

    public void Add(Entity span)
    {
        lock (_lock)
        {
            _version++;
            _spans.RemoveAll(s => s.Id == span.Id && s.NamedFromMilliseconds == span.NamedFromMilliseconds);
            _spans.Add(span);
        }
    }

    public IReadOnlyList<Entity> At(long fromMilliseconds, long toMilliseconds, EntityKind kind)
    {
        lock (_lock)
        {
            return [.. _spans
                .Where(s => s.Kind == kind && s.BeginMilliseconds < toMilliseconds && s.EndMilliseconds > fromMilliseconds && s.NamedFromMilliseconds < toMilliseconds && s.NamedToMilliseconds > fromMilliseconds)
                .OrderBy(static s => s.Id).ThenBy(static s => s.NamedFromMilliseconds)];
        }
    }

    EntityTable Table(EntityKind kind)
    {
        lock (_lock)
        {
            return new EntityTable(_version, [.. _spans.Where(s => s.Kind == kind).GroupBy(static s => s.Id).Select(static g => g.MaxBy(static s => s.NamedFromMilliseconds)!).OrderBy(static s => s.Id)]);
        }
    }
}
