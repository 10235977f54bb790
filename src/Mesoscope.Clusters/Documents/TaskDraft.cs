using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>A task while its members come in, in any order.</summary>
sealed class TaskDraft
{
    byte[]? _id;

    public byte[] Id
    {
        get => _id ?? OtherId;
        set => _id = value;
    }

    /// <summary>Under the name that old documents used; counts only without an <see cref="Id"/>.</summary>
    public byte[] OtherId { get; set; } = [];

    /// <summary>Null when the document gives none, not even an empty one.</summary>
    public byte[]? Name { get; set; }

    public byte[] FrameworkId { get; set; } = [];

    public byte[] AgentId { get; set; } = [];

    public byte[] ExecutorId { get; set; } = [];

    public TaskState State { get; set; } = TaskState.Unknown;

    public IReadOnlyList<Label> Labels { get; set; } = [];

    public byte[] ContainerId { get; set; } = [];

    public byte[] ParentContainerId { get; set; } = [];

    public byte[] Image { get; set; } = [];

    public bool? IsHealthy { get; set; }

    /// <summary>The task, or null without an id.</summary>
    public ClusterTask? Finish(ref JsonInput json)
    {
        if (Id.Length == 0)
        {
            json.Scope.Faults.Add(DocumentFault.NoId, "task"u8, json.Offset);
            return null;
        }

        return new ClusterTask
        {
            Id = Id,
            Name = FindName(json.Scope.Pool),
            FrameworkId = FrameworkId,
            AgentId = AgentId,
            ExecutorId = ExecutorId,
            State = State,
            Labels = Labels,
            ContainerId = ContainerId,
            ParentContainerId = ParentContainerId,
            Image = Image,
            IsHealthy = IsHealthy,
        };
    }

    // Only a missing name is made from the id, whose last part tells tasks of one app apart; an empty one is nobody's intention.
    byte[] FindName(TextPool pool)
    {
        if (Name is { Length: > 0 })
        {
            return Name;
        }

        var dot = Name is null ? Array.LastIndexOf(Id, (byte)'.') : -1;
        return dot > 0 ? pool.Text(Id.AsSpan(0, dot)) : Id;
    }
}
