namespace Mesoscope.Server.Ingest;

/// <summary>The agents that the server has heard of. Safe for several threads.</summary>
public interface IAgentList
{
    /// <summary>All of them as they are now, by host name and then by id.</summary>
    IReadOnlyList<AgentStatus> All { get; }
}
