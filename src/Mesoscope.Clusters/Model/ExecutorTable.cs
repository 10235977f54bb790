using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Model;

/// <summary>The executors that run exactly one task. Made when somebody asks, which most clusters' containers make unnecessary.</summary>
sealed class ExecutorTable
{
    readonly Dictionary<byte[], ClusterTask?> _tasks = new(ByteTextComparer.Instance);

    public ExecutorTable(IReadOnlyCollection<ClusterTask> tasks)
    {
        foreach (var task in tasks)
        {
            if (task.ExecutorId.Length > 0)
            {
                var key = Key(task.FrameworkId, task.AgentId, task.ExecutorId);
                _tasks[key] = _tasks.ContainsKey(key) ? null : task;
            }
        }
    }

    public ClusterTask? Find(ReadOnlySpan<byte> frameworkId, ReadOnlySpan<byte> agentId, ReadOnlySpan<byte> executorId) =>
        _tasks.GetValueOrDefault(Key(frameworkId, agentId, executorId));

    // An executor's id is unique on one Mesos agent in one framework; none of the three can hold a NUL.
    static byte[] Key(ReadOnlySpan<byte> frameworkId, ReadOnlySpan<byte> agentId, ReadOnlySpan<byte> executorId) =>
        [.. frameworkId, 0, .. agentId, 0, .. executorId];
}
