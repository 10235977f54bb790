using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Tests.Fakes;

sealed class MemoryAgents(TimeProvider clock) : IAgentList
{
    public Dictionary<string, long> LastSeen { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<AgentStatus> All => [.. LastSeen.Select(a => new AgentStatus
    {
        AgentId = a.Key,
        HostName = a.Key["agent-".Length..],
        Version = "0.1.0",
        LastSeenMilliseconds = a.Value,
        IsStale = clock.GetUtcNow().ToUnixTimeMilliseconds() - a.Value > AgentStatus.StaleAfterMilliseconds,
        ClockSkewMilliseconds = 0,
        SpooledBatches = 0,
        Drops = [new("ring full", 3)],
        Missing = ["no CAP_BPF"],
        Tags = LabelSet.Empty,
        Host = 1,
        ContainerCount = 2,
    })];
}
