namespace Mesoscope.Samples.Labels;

/// <summary>The names of labels that the product itself gives; further ones come from the user (<c>container.label.X</c>, <c>agent.tag.X</c>, …).</summary>
public static class LabelNames
{
    /// <summary>Host name as the host knows it.</summary>
    public const string HostName = "host.hostName";

    /// <summary>Hardware address of the host's first network interface.</summary>
    public const string HostMac = "host.mac";

    /// <summary>The agent that measured it.</summary>
    public const string AgentId = "agent.id";

    /// <summary>Begins the names of the tags in the agent's settings.</summary>
    public const string AgentTagPrefix = "agent.tag.";

    /// <summary>Container id: 12 digits for Docker and its kin, the whole id for Mesos.</summary>
    public const string ContainerId = "container.id";

    /// <summary>Container name.</summary>
    public const string ContainerName = "container.name";

    /// <summary>Image name with its tag.</summary>
    public const string ContainerImage = "container.image";

    /// <summary>Docker, mesos, lxc, …: the words of the field <c>container.type</c>.</summary>
    public const string ContainerType = "container.type";

    /// <summary>Begins the names of the container's own labels.</summary>
    public const string ContainerLabelPrefix = "container.label.";

    /// <summary>Process name.</summary>
    public const string ProcessName = "proc.name";

    /// <summary>Process id on the host.</summary>
    public const string ProcessId = "proc.pid";

    /// <summary>Program and arguments.</summary>
    public const string ProcessCommandLine = "proc.commandLine";

    /// <summary>Address of the end of a connection that began it.</summary>
    public const string ClientAddress = "net.client.ip";

    /// <summary>Address of the end of a connection that accepted it.</summary>
    public const string ServerAddress = "net.server.ip";

    /// <summary>Port of the end of a connection that accepted it, decimal.</summary>
    public const string ServerPort = "net.server.port";

    /// <summary>What a connection speaks: <c>tcp</c> or <c>udp</c>.</summary>
    public const string ConnectionProtocol = "net.connection.l4proto";

    /// <summary>Which end of a connection this is: <c>in</c> for the one that accepted it, <c>out</c> for the one that began it.</summary>
    public const string ConnectionDirection = "net.connection.direction";

    /// <summary>Framework name.</summary>
    public const string FrameworkName = "mesos.framework.name";

    /// <summary>Framework id.</summary>
    public const string FrameworkId = "mesos.framework.id";

    /// <summary>Task name.</summary>
    public const string TaskName = "mesos.task.name";

    /// <summary>Task id.</summary>
    public const string TaskId = "mesos.task.id";

    /// <summary>State of the task, such as <c>TASK_RUNNING</c>.</summary>
    public const string TaskState = "mesos.task.state";

    /// <summary>What the task's health checks say, <c>true</c> or <c>false</c>; absent for a task without.</summary>
    public const string TaskHealthy = "mesos.task.healthy";

    /// <summary>Folder of the task's files on its host; absent where only its container's view of it is known.</summary>
    public const string TaskSandbox = "mesos.task.sandbox";

    /// <summary>Id of the Mesos agent that runs the task.</summary>
    public const string MesosAgentId = "mesos.agent.id";

    /// <summary>Begins the names of the task's own labels.</summary>
    public const string TaskLabelPrefix = "mesos.task.label.";

    /// <summary>Id of the app, which is its path.</summary>
    public const string AppName = "marathon.app.name";

    /// <summary>Version of the app's definition that the task was started with: a time.</summary>
    public const string AppVersion = "marathon.app.version";

    /// <summary>The deployments that change the app now, separated by commas; absent while there are none. Of happenings: the deployment.</summary>
    public const string DeploymentId = "marathon.deployment.id";

    /// <summary>Begins the names of the app's own labels.</summary>
    public const string AppLabelPrefix = "marathon.app.label.";

    /// <summary>Path of the group that holds the app; grouping by it nests by the path's parts.</summary>
    public const string GroupName = "marathon.group.name";
}
