namespace Mesoscope.Samples.Happenings;

/// <summary>The names of labels that only happenings have.</summary>
public static class HappeningLabels
{
    /// <summary>Status of an end, decimal.</summary>
    public const string ExitStatus = "exit.status";

    /// <summary>Signal of an end, such as <c>SIGKILL</c>.</summary>
    public const string ExitSignal = "exit.signal";

    /// <summary>True for an end because memory ran out.</summary>
    public const string OutOfMemory = "exit.oom";

    /// <summary>Milliseconds from begin to end, decimal.</summary>
    public const string LifetimeMilliseconds = "lifetime.ms";

    /// <summary>Address that could not be had, such as <c>0.0.0.0:6379</c>.</summary>
    public const string Address = "net.address";

    /// <summary>Port that could not be had, decimal.</summary>
    public const string Port = "net.port";

    /// <summary>Begins the names of the labels of the process that holds what could not be had: <c>culprit.proc.pid</c>, <c>culprit.container.id</c>, <c>culprit.mesos.task.name</c>.</summary>
    public const string CulpritPrefix = "culprit.";

    /// <summary>The state that a task came from, such as <c>TASK_STAGING</c>.</summary>
    public const string EarlierState = "mesos.task.state.earlier";
}
