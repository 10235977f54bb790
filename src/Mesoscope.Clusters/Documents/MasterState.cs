using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>
/// What a master said of its cluster: the answer to <c>/master/state</c>, <c>/state.json</c> or <c>GET_STATE</c>. Texts are UTF-8,
/// empty when the document does not say.
/// </summary>
public sealed class MasterState
{
    internal List<ClusterTask> TaskList { get; } = [];

    internal List<ClusterFramework> FrameworkList { get; } = [];

    internal List<ClusterAgent> AgentList { get; } = [];

    internal List<ClusterAgent> RecoveredList { get; } = [];

    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Whether it was read to its end and is such a document; if not, it says nothing about the cluster.</summary>
    public bool IsUsable { get; internal set; }

    /// <summary>Version of the master, such as <c>1.11.0</c>.</summary>
    public byte[] Version { get; internal set; } = [];

    /// <summary>Id of this run of the master; another one means that it was restarted or another master leads.</summary>
    public byte[] Id { get; internal set; } = [];

    /// <summary>The master's own address, such as <c>master@10.0.0.5:5050</c>.</summary>
    public byte[] Address { get; internal set; } = [];

    /// <summary>Address of the leading master in the same form; equal to <see cref="Address"/> when this one leads.</summary>
    public byte[] Leader { get; internal set; } = [];

    /// <summary>Name of the cluster.</summary>
    public byte[] Cluster { get; internal set; } = [];

    /// <summary>When it was elected, seconds since 1970; 0 when it was not, or does not say.</summary>
    public double ElectedSeconds { get; internal set; }

    /// <summary>
    /// Whether every task in it has a name, whatever its state and its framework's. Only recordings of this program say so: what they
    /// hold was chosen when they were made.
    /// </summary>
    public bool CountsLive { get; internal set; }

    /// <summary>Whether a further part of a recording is to come.</summary>
    internal bool IsOpen { get; set; }

    /// <summary>Whether a part of a recording replaces what came before it.</summary>
    internal bool IsBeginning { get; set; }

    /// <summary>The frameworks, as often as they are listed.</summary>
    public IReadOnlyList<ClusterFramework> Frameworks => FrameworkList;

    /// <summary>The tasks of all frameworks that are not yet completed, whatever their state says.</summary>
    public IReadOnlyList<ClusterTask> Tasks => TaskList;

    /// <summary>The Mesos agents that the master hears from.</summary>
    public IReadOnlyList<ClusterAgent> Agents => AgentList;

    /// <summary>
    /// The Mesos agents that a restarted master remembers and has not heard from yet: of what runs there it says nothing.
    /// </summary>
    public IReadOnlyList<ClusterAgent> RecoveredAgents => RecoveredList;

    /// <summary>Whether the master that answered leads, as far as the document tells: one that leads names itself as leader.</summary>
    public bool IsFromLeader => Leader.Length > 0 && Leader.AsSpan().SequenceEqual(Address);

    /// <summary>
    /// Whether its tasks can be believed: when none of them is in a state that anybody knows, what else it says is no better, and good
    /// names must not go for it.
    /// </summary>
    internal bool HasSense()
    {
        if (TaskList.Count == 0 || TaskList.Exists(static task => task.State != TaskState.Unknown))
        {
            return true;
        }

        Faults.Add(DocumentFault.OtherDocument, "state of every task"u8, 0);
        return false;
    }

    /// <summary>Adds a further part of the same document.</summary>
    internal void Append(MasterState more)
    {
        TaskList.AddRange(more.TaskList);
        FrameworkList.AddRange(more.FrameworkList);
        AgentList.AddRange(more.AgentList);
        RecoveredList.AddRange(more.RecoveredList);
    }
}
