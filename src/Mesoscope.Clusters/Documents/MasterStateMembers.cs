using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>The parts of a master's state, in the shape of <c>/state</c> and in that of the operator API.</summary>
static class MasterStateMembers
{
    static readonly JsonMembers<MasterState> s_tasks = new(
        ("pending_tasks", static (ref json, state) => JsonItems.Read(ref json, state, ReadTask)),
        ("tasks", static (ref json, state) => JsonItems.Read(ref json, state, ReadTask)),
        ("unreachable_tasks", static (ref json, state) => JsonItems.Read(ref json, state, ReadTask)),
        ("orphan_tasks", static (ref json, state) => JsonItems.Read(ref json, state, ReadTask)));

    static readonly JsonMembers<MasterState> s_frameworks = new(
        ("frameworks", static (ref json, state) => ReadFrameworks(ref json, state)));

    static readonly JsonMembers<MasterState> s_agents = new(
        ("agents", static (ref json, state) => JsonItems.Read(ref json, state, ReadAgent)),
        ("recovered_agents", static (ref json, state) => JsonItems.Read(ref json, state, ReadRecovered)));

    static readonly JsonMembers<MasterState> s_operatorState = new(
        ("get_frameworks", static (ref json, state) => s_frameworks.Read(ref json, state)),
        ("get_tasks", static (ref json, state) => s_tasks.Read(ref json, state)),
        ("get_agents", static (ref json, state) => s_agents.Read(ref json, state)));

    static readonly JsonMembers<MasterState> s_state = new(
        ("frameworks", static (ref json, state) => ReadFrameworks(ref json, state)),
        ("orphan_tasks", static (ref json, state) => JsonItems.Read(ref json, state, ReadTask)),
        ("slaves", static (ref json, state) => JsonItems.Read(ref json, state, ReadAgent)),
        ("recovered_slaves", static (ref json, state) => JsonItems.Read(ref json, state, ReadRecovered)),
        ("version", static (ref json, state) => state.Version = json.Text()),
        ("id", static (ref json, state) => state.Id = json.Text()),
        ("pid", static (ref json, state) => state.Address = json.Text()),
        ("leader", static (ref json, state) => state.Leader = json.Text()),
        ("cluster", static (ref json, state) => state.Cluster = json.Text()),
        ("elected_time", static (ref json, state) => state.ElectedSeconds = json.Number()),
        ("allStates", static (ref json, state) => state.CountsLive = json.Bool()),
        ("open", static (ref json, state) => state.IsOpen = json.Bool()),
        ("begin", static (ref json, state) => state.IsBeginning = json.Bool()),
        ("get_state", static (ref json, state) => ReadOperatorState(ref json, state)));

    /// <summary>Reads the state under hand, in either shape.</summary>
    public static void Read(ref JsonInput json, MasterState state) => s_state.Read(ref json, state);

    /// <summary>Reads the content of <c>get_state</c> under hand. A cluster without anything has empty objects in it.</summary>
    public static void ReadOperatorState(ref JsonInput json, MasterState state) => state.IsUsable |= s_operatorState.Read(ref json, state);

    /// <summary>Reads the task under hand into the document, up to the limit.</summary>
    public static void ReadTask(ref JsonInput json, MasterState state)
    {
        if (TaskMembers.Read(ref json) is not { } task)
        {
            return;
        }

        if (state.TaskList.Count < json.Scope.Limits.Tasks)
        {
            state.TaskList.Add(task);
        }
        else
        {
            json.Scope.Faults.Add(DocumentFault.TooMany, "task"u8, json.Offset);
        }
    }

    // Without the list of frameworks the document is another one: an answer of a standby before 0.28 has an empty list.
    static void ReadFrameworks(ref JsonInput json, MasterState state)
    {
        state.IsUsable |= json.Token == System.Text.Json.JsonTokenType.StartArray;
        JsonItems.Read(ref json, state, FrameworkMembers.Read);
    }

    static void ReadAgent(ref JsonInput json, MasterState state) => Add(state.AgentList, AgentMembers.Read(ref json));

    static void ReadRecovered(ref JsonInput json, MasterState state) => Add(state.RecoveredList, AgentMembers.Read(ref json));

    static void Add(List<ClusterAgent> agents, ClusterAgent? agent)
    {
        if (agent is not null)
        {
            agents.Add(agent);
        }
    }
}
