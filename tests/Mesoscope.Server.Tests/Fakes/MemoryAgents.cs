using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Tests.Fakes;

sealed class MemoryAgents(TimeProvider clock) : IAgentList
{
    public Dictionary<string, long> LastSeen { get; } = new(StringComparer.Ordinal);

    // Times in which an agent was silent.
    public List<(string Agent, long From, long To)> Silences { get; } = [];

    public IReadOnlyList<AgentFacts> At(long milliseconds) => [.. LastSeen.Select(a =>
    {
        var silence = Silences.Find(s => s.Agent == a.Key && s.From < milliseconds && milliseconds < s.To);
        var seen = silence.Agent is null ? Math.Min(a.Value, milliseconds) : silence.From;
        return new AgentFacts(a.Key, a.Key["agent-".Length..], seen, milliseconds - seen > AgentStatus.StaleAfterMilliseconds);
    })];

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
