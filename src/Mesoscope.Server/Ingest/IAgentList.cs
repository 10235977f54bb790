namespace Mesoscope.Server.Ingest;

/// <summary>The agents that the server has heard of. Safe for several threads.</summary>
public interface IAgentList
{
    /// <summary>All of them as they are now, by host name and then by id.</summary>
    IReadOnlyList<AgentStatus> All { get; }

    /// <summary>
    /// The agents at a moment, in no order. Of the past an agent's newest 32 silences are remembered; the time in which the server was down
    /// is none.
    /// </summary>
    /// <param name="milliseconds">The moment, milliseconds since 1970.</param>
    IReadOnlyList<AgentFacts> At(long milliseconds);
}
