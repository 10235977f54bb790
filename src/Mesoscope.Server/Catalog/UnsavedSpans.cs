using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// Spans that the record store has not acknowledged, by agent: when hundreds of agents come at once, each writes its own and not everybody's.
// Guarded by the catalog's lock.
sealed class UnsavedSpans
{
    readonly Dictionary<string, Dictionary<(long Id, long NamedFrom), Entity>> _byAgent = new(StringComparer.Ordinal);

    // Those of an agent; null for all.
    public IReadOnlyList<Entity> Of(string? agentId) =>
        agentId is null ? [.. _byAgent.Values.SelectMany(static s => s.Values)] : _byAgent.TryGetValue(agentId, out var spans) ? [.. spans.Values] : [];

    public void Add(Entity span)
    {
        if (!_byAgent.TryGetValue(span.AgentId, out var spans))
        {
            _byAgent.Add(span.AgentId, spans = []);
        }

        spans[(span.Id, span.NamedFromMilliseconds)] = span;
    }

    // What changed again in between stays.
    public void Remove(IReadOnlyList<Entity> saved)
    {
        foreach (var span in saved)
        {
            var key = (span.Id, span.NamedFromMilliseconds);
            if (_byAgent.TryGetValue(span.AgentId, out var spans) && spans.TryGetValue(key, out var latest) && ReferenceEquals(latest, span))
            {
                spans.Remove(key);
                if (spans.Count == 0)
                {
                    _byAgent.Remove(span.AgentId);
                }
            }
        }
    }
}
