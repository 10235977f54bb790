namespace Mesoscope.DemoCluster.Model;

/// <summary>One status update of a task.</summary>
sealed record StatusUpdate(string State, double Timestamp)
{
    /// <summary>Null where a real Mesos gives none: in the last status of a container that is gone.</summary>
    public ContainerId? Container { get; init; }

    /// <summary>Process id of the executor on its host; 0 = not told. Only the v1 API shows it.</summary>
    public int ExecutorProcessId { get; init; }

    /// <summary>Such as <c>REASON_CONTAINER_LIMITATION_MEMORY</c>; only the v1 API shows reason and message.</summary>
    public string? Reason { get; init; }

    public string? Message { get; init; }

    public bool? Healthy { get; init; }

    /// <summary>What the Docker executor puts into its TASK_RUNNING: the output of <c>docker inspect</c>.</summary>
    public string? Data { get; init; }

    public Guid Id { get; init; }
}
