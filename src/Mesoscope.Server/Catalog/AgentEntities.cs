using Mesoscope.Server.Limits;

namespace Mesoscope.Server.Catalog;

// The entities of one agent by the numbers that it gave. Guarded by the catalog's lock.
sealed class AgentEntities(string agentId, EntityLimits limits)
{
    public string AgentId { get; } = agentId;

    public Dictionary<ulong, TrackedEntity> ByNumber { get; } = [];

    public TokenBucket Changes { get; } = new(limits.ChangesPerMinute);

    // True until it has told of everything once, and again when something of it was refused or presumed ended.
    public bool OwesAll { get; set; } = true;

    public int AliveCount { get; set; }

    public TrackedEntity? Host { get; set; }
}
