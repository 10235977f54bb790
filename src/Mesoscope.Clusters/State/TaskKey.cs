using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.State;

/// <summary>What tells a task from all others: its id is unique in its framework only.</summary>
readonly record struct TaskKey(byte[] FrameworkId, byte[] Id)
{
    public TaskKey(ClusterTask task)
        : this(task.FrameworkId, task.Id)
    {
    }

    public bool Equals(TaskKey other) => Id.AsSpan().SequenceEqual(other.Id) && FrameworkId.AsSpan().SequenceEqual(other.FrameworkId);

    // Ids differ in nearly all cases by themselves.
    public override int GetHashCode() => Text.ByteTextComparer.Instance.GetHashCode(Id);
}
