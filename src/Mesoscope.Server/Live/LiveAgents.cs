using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Live;

/// <summary>The agents whose things are looked at live: they are to send each second. Safe for several threads.</summary>
/// <param name="entities">What there is.</param>
/// <param name="clock">What time it is.</param>
sealed class LiveAgents(IEntitySource entities, TimeProvider clock)
{
    /// <summary>So many at most. A question about more is answered with what comes every ten seconds: ten times the samples of a whole cluster would cost more than all who look.</summary>
    public const int Max = 100;

    const int KeptScopes = 256;

    // Somebody who turns a page is away for a moment only.
    static readonly TimeSpan s_lingers = TimeSpan.FromSeconds(5);

    static readonly EntityKind[] s_kinds = [EntityKind.Host, EntityKind.Container, EntityKind.Process];

    readonly ShortCache<string, HashSet<string>> _ofScopes = new(clock, TimeSpan.FromSeconds(5), KeptScopes);

    Agents _agents = new([], 0);

    /// <summary>True for an agent that is looked at, or was a moment ago.</summary>
    public bool Contains(string agentId) => Volatile.Read(ref _agents) is var agents && agents.Ids.Contains(agentId) && clock.GetElapsedTime(agents.Since) < s_lingers;

    /// <summary>Takes note of who is looked at.</summary>
    /// <param name="questions">Everything that is asked live; the earlier ones come first when there are too many.</param>
    public void Set(IEnumerable<LiveQuestion> questions)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var more = ScopesOf(question).SelectMany(s => _ofScopes.Get(s, () => Find(Scope.Parse(s)))).Where(a => !ids.Contains(a)).ToHashSet(StringComparer.Ordinal);
            if (ids.Count + more.Count <= Max)
            {
                ids.UnionWith(more);
            }
        }

        Volatile.Write(ref _agents, new Agents(ids, clock.GetTimestamp()));
    }

    // Happenings come at once, whoever looks.
    static IEnumerable<string> ScopesOf(LiveQuestion question) =>
        (question.Series ?? []).Select(static s => s.Scope).Concat(question.Tree is null ? [] : [question.Tree.Scope]).Select(static s => s ?? "").Distinct(StringComparer.Ordinal);

    HashSet<string> Find(Scope scope)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return s_kinds.SelectMany(k => entities.Alive(k, now).Entities).Where(e => scope.Matches(e.Labels)).Select(static e => e.AgentId).ToHashSet(StringComparer.Ordinal);
    }

    sealed record Agents(HashSet<string> Ids, long Since);
}
