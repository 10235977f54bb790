using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Tree;

/// <summary>What lies where in a grouping at a moment: nodes, the things that carry values, counts. Never changes once it is made.</summary>
sealed class Placement
{
    internal required GroupTree Tree { get; init; }

    /// <summary>Those whose values are summed, by id.</summary>
    internal required IReadOnlyList<Entity> Carriers { get; init; }

    /// <summary>The carriers' ids, in their order.</summary>
    internal required EntityIds CarrierIds { get; init; }

    /// <summary>By carrier its node.</summary>
    internal required GroupNode[] CarrierNodes { get; init; }

    /// <summary>By node the containers that live.</summary>
    internal required int[] Containers { get; init; }

    /// <summary>By node the hosts that have something in it.</summary>
    internal required int[] Hosts { get; init; }

    /// <summary>By node whether something in it lives.</summary>
    internal required bool[] IsAlive { get; init; }

    /// <summary>The nodes of each trouble, in the order of the report.</summary>
    internal required IReadOnlyList<GroupNode>[] TroubleNodes { get; init; }

    internal required bool HasCluster { get; init; }

    internal static Placement Make(Levels levels, Scopes.Scope scope, MomentFacts facts, TroubleReport report) =>
        new PlacementMaker(levels, scope).Make(facts, report);
}
