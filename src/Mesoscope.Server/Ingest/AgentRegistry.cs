using System.Collections.Concurrent;
using System.Globalization;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Ingest;

/// <summary>Remembers every agent that was heard of, over restarts, and notices those that fall silent. Safe for several threads.</summary>
public sealed class AgentRegistry : IAgentList
{
    // Somebody who makes up ids must not fill memory.
    const int MaxAgents = 100_000;

    readonly ConcurrentDictionary<string, AgentState> _agents = new(StringComparer.Ordinal);
    readonly HashSet<string> _stale = new(StringComparer.Ordinal);
    readonly IngestOptions _options;
    readonly IStore _store;
    readonly EntityCatalog _catalog;
    readonly TimeProvider _time;

    /// <summary>Makes one that knows the agents of the store.</summary>
    public AgentRegistry(IStore store, EntityCatalog catalog, IngestOptions options, TimeProvider time)
    {
        (_options, _store, _catalog, _time) = (options, store, catalog, time);
        BeginMilliseconds = Now();
        foreach (var (id, text) in store.Records.ReadDocuments(AgentDocument.Kind))
        {
            if (AgentDocument.FromText(text) is { } document)
            {
                var state = new AgentState(id, options);
                state.Restore(document);
                _agents[id] = state;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AgentStatus> All
    {
        get
        {
            var now = Now();
            return
            [
                .. _agents.Values
                    .Where(a => a.LastSeenMilliseconds > 0)
                    .Select(a => _catalog.HostOf(a.AgentId) is var (host, containers) ? a.ToStatus(now, host, containers) : null!)
                    .OrderBy(a => a.HostName, StringComparer.Ordinal)
                    .ThenBy(a => a.AgentId, StringComparer.Ordinal),
            ];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AgentFacts> At(long milliseconds) => [.. _agents.Values.Where(static a => a.LastSeenMilliseconds > 0).Select(a => a.At(milliseconds))];

    // When the server began.
    internal long BeginMilliseconds { get; }

    /// <summary>Looks for agents that fell silent: tells of them once, and presumes that what they measured has ended when they stay silent. To be called every few seconds.</summary>
    public async Task CheckAsync()
    {
        var now = Now();
        var happenings = new List<HappeningRecord>();
        foreach (var agent in _agents.Values)
        {
            // An agent that waits while the server was down is not silent.
            var silent = now - Math.Max(agent.LastSeenMilliseconds, BeginMilliseconds);
            if (silent <= AgentStatus.StaleAfterMilliseconds)
            {
                _stale.Remove(agent.AgentId);
            }
            else if (agent.LastSeenMilliseconds > 0 && _stale.Add(agent.AgentId))
            {
                happenings.Add(Stale(agent, now));
            }

            if (silent > _options.LostAfter.TotalMilliseconds && !agent.IsLost)
            {
                agent.IsLost = true;
                _catalog.PresumeEnded(agent.AgentId, agent.LastSeenMilliseconds);
            }
        }

        await _catalog.SaveAsync(null, spans => _store.WriteAsync(new StoreWrite { Entities = spans, Happenings = happenings })).ConfigureAwait(false);
    }

    internal AgentState Of(string agentId) =>
        _agents.TryGetValue(agentId, out var known) ? known
        : _agents.Count < MaxAgents ? _agents.GetOrAdd(agentId, id => new AgentState(id, _options))
        : throw new BatchRejectedException(503, "too many agents", $"the server knows {MaxAgents} agents and takes no more");

    HappeningRecord Stale(AgentState agent, long now)
    {
        var (host, _) = _catalog.HostOf(agent.AgentId);
        var seconds = (now - agent.LastSeenMilliseconds) / 1000;
        return new HappeningRecord
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{agent.LastSeenMilliseconds:x11}-stale-{agent.AgentId}"),
            Milliseconds = now,
            Kind = HappeningKinds.AgentStale,
            Severity = 4,
            Entity = host,
            Labels = LabelSet.From(_catalog.LabelsOf(host).All.Append(new(LabelNames.AgentId, agent.AgentId)).Append(new(LabelNames.HostName, agent.Report.HostName))),
            Text = $"nothing was heard of the agent on {agent.Report.HostName} for {seconds} seconds",
        };
    }

    long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
