using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query.Troubles;

// What is wrong with single entities: what happened to them, to an earlier one of the same app and host, or to their agent.
sealed class EntityHealth
{
    const int MaxMarks = 10;

    readonly ILookup<string, Trouble> _byThing;
    readonly ILookup<string, Trouble> _byAgent;

    public EntityHealth(TroubleReport report)
    {
        _byThing = report.Troubles.Where(static t => t.AgentId is null).ToLookup(static t => ThingKey.OnHost(t.Labels), StringComparer.Ordinal);
        _byAgent = report.Troubles.Where(static t => t.AgentId is not null).ToLookup(static t => t.AgentId!, StringComparer.Ordinal);
    }

    public Health Of(Entity entity)
    {
        var own = entity.Kind == EntityKind.Container ? _byThing[ThingKey.OnHost(entity.Labels)] : [];
        var troubles = own.Where(t => IsOf(t, entity)).Concat(_byAgent[entity.AgentId]).OrderBy(static t => TroubleKind.Rank(t.Kind)).Take(MaxMarks).ToList();
        return troubles.Count == 0
            ? Health.Good
            : new Health(TroubleKind.Level(troubles[0].Kind), troubles.Sum(static t => t.Restarts), [.. troubles.Select(static t => t.ToMark("", []))]);
    }

    // What is measured, and has no happening behind it, is true of that one entity only.
    static bool IsOf(Trouble trouble, Entity entity) => trouble.Happening is not null || trouble.Entity == entity.Id;
}
