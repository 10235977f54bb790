namespace Mesoscope.Agent;

/// <summary>Why a run ended.</summary>
enum AgentRunEnd
{
    /// <summary>It was asked to.</summary>
    Requested,

    /// <summary>Another agent has this one's id, so that it has to begin anew under another.</summary>
    Conflict,
}
