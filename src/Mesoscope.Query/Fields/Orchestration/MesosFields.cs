using System.Text;
using Mesoscope.Machine.Orchestration.Marathon;
using Mesoscope.Machine.Orchestration.Mesos;
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
    protected override FieldRow[] CreateRows() =>
    [
        OfTask("mesos.task.name", "Name of the Mesos task that the thread works for.", static task => task.Name),
        OfTask("mesos.task.id", "Id of the Mesos task.", static task => task.Id),
        OfText("mesos.task.label", "One label of the Mesos task, as in mesos.task.label.tier.", static (c, s, ref v) =>
            TaskLookup.FindTask(c, s) is { } task && v.SetLabel(task.Labels, s)).WithArgument(),
        OfText("mesos.task.labels", "All labels of the Mesos task as key:value, comma-separated; empty when it has none.", static (c, s, ref v) =>
            TaskLookup.FindTask(c, s) is { } task && v.SetLabels(task.Labels, s)),
        OfTask("mesos.framework.name", "Name of the framework that started the task.", static task => task.Framework.Name),
        OfTask("mesos.framework.id", "Id of the framework that started the task.", static task => task.Framework.Id),
        OfApp("marathon.app.name", "Path of the Marathon app that the task belongs to, such as /shop/web.", static app => app.Id),
        OfApp("marathon.app.id", "Path of the Marathon app, the same as its name.", static app => app.Id),
        OfText("marathon.app.label", "One label of the Marathon app, as in marathon.app.label.tier.", static (c, s, ref v) =>
            TaskLookup.FindApp(c, s) is { } app && v.SetLabel(app.Labels, s)).WithArgument(),
        OfText("marathon.app.labels", "All labels of the Marathon app as key:value, comma-separated, sorted by key.", static (c, s, ref v) =>
            TaskLookup.FindApp(c, s) is { } app && v.SetLabels(app.Labels, s)),
        OfApp("marathon.group.name", "Path of the Marathon group that holds the app, such as /shop.", static app => app.GroupId),
        OfApp("marathon.group.id", "Path of the Marathon group, the same as its name.", static app => app.GroupId),
    ];

    /// <inheritdoc/>
    protected override void BindArgument(FieldRow row, string text, string argument, FieldScratch scratch) =>
        scratch.ArgumentName = Encoding.UTF8.GetBytes(argument);

    static FieldRow OfTask(string name, string description, Func<MesosTask, byte[]> take) =>
        OfText(name, description, (c, s, ref v) => TaskLookup.FindTask(c, s) is { } task && v.Set(take(task)));

    static FieldRow OfApp(string name, string description, Func<MarathonApp, byte[]> take) =>
        OfText(name, description, (c, s, ref v) => TaskLookup.FindApp(c, s) is { } app && v.Set(take(app)));
}
