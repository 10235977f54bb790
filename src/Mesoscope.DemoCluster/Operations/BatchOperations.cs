using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Operations;

/// <summary>Keeps the batch frameworks busy: when a job is done the next one starts.</summary>
sealed class BatchOperations
{
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    readonly ClusterOperations _operations;
    readonly Schedule _schedule;
    int _jobs = 1000;

    public BatchOperations(ClusterOperations operations, Schedule schedule)
    {
        (_operations, _schedule) = (operations, schedule);
        operations.Ended += OnEnded;
    }

    void OnEnded(ClusterTask task)
    {
        if (task.Labels.Contains(new Label("kind", "batch")))
        {
            _schedule.After(s_pause, () => LaunchNext(task.FrameworkId));
        }
    }

    void LaunchNext(string frameworkId)
    {
        if (_operations.AnyAgent() is { } agent)
        {
            _operations.Launch([_operations.Tasks.ForBatch(frameworkId, Interlocked.Increment(ref _jobs), agent)]);
        }
    }
}
