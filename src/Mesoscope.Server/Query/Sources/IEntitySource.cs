using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Query.Sources;

/// <summary>What there is and was, as questions need it. Safe for several threads.</summary>
public interface IEntitySource
{
    /// <summary>
    /// What lives at a moment. A thing lives from its begin until its agent says that it ended, whether or not samples of it came: nothing
    /// blinks when an agent, the server or a leader starts anew.
    /// </summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="atMilliseconds">The moment, milliseconds since 1970.</param>
    EntityList Alive(EntityKind kind, long atMilliseconds);

    /// <summary>All spans of lives that touch a span of time; an entity whose names changed in it has several.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="fromMilliseconds">Begin of the span, milliseconds since 1970.</param>
    /// <param name="toMilliseconds">End of the span, exclusive.</param>
    IReadOnlyList<Entity> Lived(EntityKind kind, long fromMilliseconds, long toMilliseconds);

    /// <summary>Tasks of the cluster that have no container now.</summary>
    IReadOnlyList<WaitingThing> Waiting { get; }

    /// <summary>The agents at a moment, in no order.</summary>
    /// <param name="atMilliseconds">The moment, milliseconds since 1970.</param>
    IReadOnlyList<AgentFacts> AgentsAt(long atMilliseconds);
}
