namespace Mesoscope.Samples.Happenings;

/// <summary>The words for what happens to entities; the field <c>kind</c> of a happening holds one of them.</summary>
public static class HappeningKinds
{
    /// <summary>A container began.</summary>
    public const string ContainerStarted = "container.started";

    /// <summary>A container ended; with exit status or signal, and the last failed calls when it lived for less than a minute.</summary>
    public const string ContainerDied = "container.died";

    /// <summary>The kernel killed a process of a container because its memory ran out.</summary>
    public const string OutOfMemory = "container.oom";

    /// <summary>A process ended by a signal.</summary>
    public const string ProcessKilled = "process.killed";

    /// <summary>A port could not be had because another process holds it; labels that begin with <c>culprit.</c> say whose it is.</summary>
    public const string PortConflict = "port.conflict";

    /// <summary>A task of Mesos changed its state.</summary>
    public const string TaskState = "task.state";

    /// <summary>Marathon began a deployment.</summary>
    public const string DeploymentStarted = "deployment.started";

    /// <summary>A deployment of Marathon succeeded.</summary>
    public const string DeploymentSucceeded = "deployment.succeeded";

    /// <summary>A deployment of Marathon failed.</summary>
    public const string DeploymentFailed = "deployment.failed";

    /// <summary>An agent began to measure its host.</summary>
    public const string AgentStarted = "agent.started";

    /// <summary>The server heard nothing from an agent for a minute.</summary>
    public const string AgentStale = "agent.stale";
}
