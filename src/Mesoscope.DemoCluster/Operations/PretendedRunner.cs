using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Operations;

/// <summary>Runs nothing: every task is up at once and ends when asked to.</summary>
sealed class PretendedRunner(ClusterOperations operations) : ITaskRunner
{
    public void Launch(ClusterTask task)
    {
        operations.Report(task.Id, operations.NewStatus(task, TaskState.Starting));
        operations.Report(task.Id, operations.NewStatus(task, TaskState.Running));
    }

    public void Kill(ClusterTask task)
    {
        operations.Report(task.Id, operations.NewStatus(task, TaskState.Killing));
        operations.Report(task.Id, operations.NewStatus(task, TaskState.Killed));
    }
}
