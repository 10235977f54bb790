using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Sources;

namespace Mesoscope.Server.Query.Tree;

// What lives at a moment.
sealed record MomentFacts(EntityList Hosts, EntityList Containers, EntityList Processes)
{
    public static MomentFacts Read(IEntitySource source, EntityKind carriers, long at) => new(
        source.Alive(EntityKind.Host, at),
        source.Alive(EntityKind.Container, at),
        carriers == EntityKind.Process ? source.Alive(EntityKind.Process, at) : EntityList.Empty);

    public EntityList Of(EntityKind kind) => kind switch
    {
        EntityKind.Host => Hosts,
        EntityKind.Container => Containers,
        _ => Processes,
    };

    // 0 when it is like no other.
    public long Stamp => Hosts.Stamp == 0 || Containers.Stamp == 0 || Processes.Stamp == 0
        ? 0
        : (uint)HashCode.Combine(Hosts.Stamp, Containers.Stamp, Processes.Stamp) + 1L;
}
