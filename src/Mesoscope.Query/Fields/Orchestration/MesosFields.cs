using System.Text;
using Mesoscope.Clusters.Model;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>
/// The <c>mesos</c> and <c>marathon</c> family. Without a running task all are absent, those of Marathon included; labels of a task that
/// has none are an empty text.
/// </summary>
sealed class MesosFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "mesos";

    /// <inheritdoc/>
    public override string Description => "The Mesos task and the Marathon app that an event's thread works for, from the cluster's state as the capture holds it.";

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => LabelArgument.Measure(rest);

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() => [.. OfReference, .. Array.ConvertAll(Additions, static row => row.AsAddition())];

    static FieldRow[] OfReference =>
    [
        OfTask("mesos.task.name", "Name of the Mesos task that the thread works for.", static task => task.Name),
        OfTask("mesos.task.id", "Id of the Mesos task.", static task => task.Id),
        OfText("mesos.task.label", "One label of the Mesos task, as in mesos.task.label.tier.", static (c, s, ref v) =>
            TaskLookup.FindTask(c) is { } task && v.SetLabel(task.Labels, s)).WithArgument(),
        OfText("mesos.task.labels", "All labels of the Mesos task as key:value, comma-separated; empty when it has none.", static (c, s, ref v) =>
            TaskLookup.FindTask(c) is { } task && v.SetLabels(task.Labels, s)),
        OfFramework("mesos.framework.name", "Name of the framework that started the task.", static framework => framework.Name),
        OfFramework("mesos.framework.id", "Id of the framework that started the task.", static framework => framework.Id),
        OfApp("marathon.app.name", "Path of the Marathon app that the task belongs to, such as /shop/web.", static app => app.Id),
        OfApp("marathon.app.id", "Path of the Marathon app, the same as its name.", static app => app.Id),
        OfText("marathon.app.label", "One label of the Marathon app, as in marathon.app.label.tier.", static (c, s, ref v) =>
            TaskLookup.FindApp(c) is { } app && v.SetLabel(app.Labels, s)).WithArgument(),
        OfText("marathon.app.labels", "All labels of the Marathon app as key:value, comma-separated, sorted by key.", static (c, s, ref v) =>
            TaskLookup.FindApp(c) is { } app && v.SetLabels(app.Labels, s)),
        OfApp("marathon.group.name", "Path of the Marathon group that holds the app, such as /shop.", static app => app.GroupId),
        OfApp("marathon.group.id", "Path of the Marathon group, the same as its name.", static app => app.GroupId),
    ];

    static FieldRow[] Additions =>
    [
        OfTask("mesos.task.state", "State of the Mesos task, such as TASK_RUNNING.", static task => TaskStates.ToText(task.State)),
        OfText("mesos.slave.name", "Host name of the Mesos agent that runs the task.", static (c, _, ref v) =>
            TaskLookup.Find(c)?.Agent is { } agent && v.Set(agent.Hostname)),
        OfTask("mesos.slave.id", "Id of the Mesos agent that runs the task.", static task => task.AgentId),
        OfTask("mesos.executor.id", "Id of the executor that runs the task; of a command task that is the task's.", static task =>
            task.ExecutorId.Length > 0 ? task.ExecutorId : task.Id),
        OfTask("mesos.container.id", "Id that Mesos gave the task's container; of a container in a pod the inner one.", static task => task.ContainerId),
        OfFramework("mesos.framework.user", "User that the framework's tasks run as, unless they say otherwise.", static framework => framework.User),
        OfFramework("mesos.framework.role", "Role of the framework.", static framework => framework.Role),
        OfApp("marathon.app.version", "Version of the Marathon app's definition, a time.", static app => app.Version),
        OfText("marathon.pod.id", "Path of the Marathon pod that the task belongs to.", static (c, _, ref v) =>
            TaskLookup.Find(c)?.Pod is { } pod && v.Set(pod.Id)),
        OfText("dcos.service.name", "Name of the task's service as DC/OS shows it: its label, else its app or pod, else its framework.", static (c, _, ref v) =>
            TaskLookup.Find(c) is { Task: not null } match && SetKnown(ref v, TaskLookup.ServiceName(match))),
    ];

    /// <inheritdoc/>
    protected override void BindArgument(FieldRow row, string text, string argument, FieldScratch scratch) =>
        scratch.ArgumentName = Encoding.UTF8.GetBytes(argument);

    static FieldRow OfTask(string name, string description, Func<ClusterTask, byte[]> take) =>
        OfText(name, description, (c, s, ref v) => TaskLookup.FindTask(c) is { } task && SetKnown(ref v, take(task)));

    static FieldRow OfFramework(string name, string description, Func<ClusterFramework, byte[]> take) =>
        OfText(name, description, (c, s, ref v) => TaskLookup.Find(c)?.Framework is { } framework && SetKnown(ref v, take(framework)));

    static FieldRow OfApp(string name, string description, Func<MarathonApp, byte[]> take) =>
        OfText(name, description, (c, s, ref v) => TaskLookup.FindApp(c) is { } app && SetKnown(ref v, take(app)));

    static bool SetKnown(ref FieldValue value, ReadOnlySpan<byte> text) => !text.IsEmpty && value.Set(text);
}
