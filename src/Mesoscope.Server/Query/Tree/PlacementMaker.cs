using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Tree;

// Places things: those that carry values at their full depth, those above them as deep as they have levels.
sealed class PlacementMaker(Levels levels, Scope scope)
{
    static readonly EntityKind[] s_kinds = [EntityKind.Host, EntityKind.Container, EntityKind.Process];

    readonly GroupTree _tree = new(levels);
    readonly List<Entity> _carriers = [];
    readonly List<GroupNode> _carrierNodes = [];
    readonly List<(int Thing, GroupNode Node)> _containers = [];
    readonly List<(int Thing, GroupNode Node)> _hosts = [];
    readonly Dictionary<long, int> _containerOrdinals = [];
    readonly Dictionary<long, int> _hostOrdinals = [];
    readonly HashSet<int> _alive = [];
    readonly Dictionary<string, List<GroupNode>> _byAgent = new(StringComparer.Ordinal);
    bool _hasCluster;

    public Placement Make(MomentFacts facts, TroubleReport report)
    {
        // A process may outlive what is known of its container by a moment: then its parent is neither of the two, and no host to count.
        var parents = facts.Containers.Entities.ToDictionary(static c => c.Id, static c => c.Parent);
        var hosts = facts.Of(EntityKind.Host).Entities.Select(static h => h.Id).ToHashSet();
        var staleAgents = report.Troubles.Where(static t => t.AgentId is not null).Select(static t => t.AgentId!).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in s_kinds)
        {
            foreach (var entity in facts.Of(kind).Entities)
            {
                _hasCluster = _hasCluster || (kind == EntityKind.Container && entity.Labels.TryGet(LabelNames.FrameworkName, out _));
                if (scope.Matches(entity.Labels))
                {
                    PlaceEntity(entity, kind, parents, hosts, staleAgents);
                }
            }
        }

        var troubleNodes = new IReadOnlyList<GroupNode>[report.Troubles.Count];
        for (var i = 0; i < troubleNodes.Length; i++)
        {
            troubleNodes[i] = NodesOf(report.Troubles[i]);
        }

        foreach (var labels in report.Ended.Where(scope.Matches))
        {
            _tree.Place(labels, DepthOf(labels));
        }

        var isAlive = new bool[_tree.Nodes.Count];
        foreach (var index in _alive)
        {
            for (var node = _tree.Nodes[index]; node is not null && !isAlive[node.Index]; node = node.Parent)
            {
                isAlive[node.Index] = true;
            }
        }

        isAlive[0] = true;
        return new Placement
        {
            Tree = _tree,
            Carriers = _carriers,
            CarrierIds = EntityIds.From(_carriers.Select(static c => c.Id)),
            CarrierNodes = [.. _carrierNodes],
            Containers = DistinctCounts.Of(_containers, _tree.Nodes.Count, _containerOrdinals.Count),
            Hosts = DistinctCounts.Of(_hosts, _tree.Nodes.Count, _hostOrdinals.Count),
            IsAlive = isAlive,
            TroubleNodes = troubleNodes,
            HasCluster = _hasCluster,
        };
    }

    static int OrdinalOf(Dictionary<long, int> ordinals, long id)
    {
        if (!ordinals.TryGetValue(id, out var ordinal))
        {
            ordinals.Add(id, ordinal = ordinals.Count);
        }

        return ordinal;
    }

    void PlaceEntity(Entity entity, EntityKind kind, Dictionary<long, long> parents, HashSet<long> hosts, HashSet<string> staleAgents)
    {
        var depth = levels.CountFor(kind);
        var isCarrier = kind == levels.Kind;
        if (depth == 0 && !isCarrier)
        {
            return;
        }

        var node = _tree.Place(entity.Labels, depth);
        _alive.Add(node.Index);
        if (isCarrier)
        {
            _carriers.Add(entity);
            _carrierNodes.Add(node);
        }

        var container = kind == EntityKind.Container ? entity.Id : kind == EntityKind.Process && parents.ContainsKey(entity.Parent) ? entity.Parent : 0;
        if (container != 0)
        {
            _containers.Add((OrdinalOf(_containerOrdinals, container), node));
        }

        var host = kind == EntityKind.Host ? entity.Id : container == 0 ? entity.Parent : parents[container];
        if (hosts.Contains(host))
        {
            _hosts.Add((OrdinalOf(_hostOrdinals, host), node));
        }

        if (staleAgents.Contains(entity.AgentId))
        {
            NodesOfAgent(entity.AgentId).Add(node);
        }
    }

    List<GroupNode> NodesOfAgent(string agentId)
    {
        if (!_byAgent.TryGetValue(agentId, out var nodes))
        {
            _byAgent.Add(agentId, nodes = []);
        }

        return nodes;
    }

    List<GroupNode> NodesOf(Trouble trouble)
    {
        if (trouble.AgentId is not null)
        {
            return NodesOfAgent(trouble.AgentId);
        }

        return scope.Matches(trouble.Labels) ? [_tree.Place(trouble.Labels, DepthOf(trouble.Labels))] : [];
    }

    // As deep as it has names: a task without a container ends at its task's level, a process's trouble at its container's.
    int DepthOf(LabelSet labels)
    {
        var depth = levels.CountFor(levels.Kind == EntityKind.Host ? EntityKind.Host : EntityKind.Container);
        while (depth > 0 && ScopeCheck.ValueOf(labels, levels.Labels[depth - 1]) is null)
        {
            depth--;
        }

        return depth;
    }
}
