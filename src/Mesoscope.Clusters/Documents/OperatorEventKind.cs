namespace Mesoscope.Clusters.Documents;

/// <summary>What an event of the operator API's <c>SUBSCRIBE</c> stream tells.</summary>
public enum OperatorEventKind
{
    /// <summary>Nothing that this program needs, or an event of a later Mesos.</summary>
    Other,

    /// <summary><c>SUBSCRIBED</c>: the whole state, once at the beginning.</summary>
    Subscribed,

    /// <summary><c>HEARTBEAT</c>: the stream lives.</summary>
    Heartbeat,

    /// <summary><c>TASK_ADDED</c>.</summary>
    TaskAdded,

    /// <summary><c>TASK_UPDATED</c>: has no name and no labels.</summary>
    TaskUpdated,

    /// <summary><c>AGENT_ADDED</c>.</summary>
    AgentAdded,

    /// <summary><c>AGENT_REMOVED</c>; does not come for one that was killed.</summary>
    AgentRemoved,

    /// <summary><c>FRAMEWORK_ADDED</c>.</summary>
    FrameworkAdded,

    /// <summary><c>FRAMEWORK_UPDATED</c>.</summary>
    FrameworkUpdated,

    /// <summary><c>FRAMEWORK_REMOVED</c>.</summary>
    FrameworkRemoved,
}
