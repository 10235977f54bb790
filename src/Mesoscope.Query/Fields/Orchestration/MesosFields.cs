using System.Text;
using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>The <c>mesos</c> and <c>marathon</c> family.</summary>
sealed class MesosFields : FieldClass
{
    static readonly (FieldInfo Info, MesosPart Part)[] s_entries =
    [
        (Text("mesos.task.name", "Name of the Mesos task that the thread works for."), MesosPart.TaskName),
        (Text("mesos.task.id", "Id of the Mesos task."), MesosPart.TaskId),
        (Label("mesos.task.label", "One label of the Mesos task, as in mesos.task.label.tier."), MesosPart.TaskLabel),
        (Text("mesos.task.labels", "All labels of the Mesos task as key:value, comma-separated; empty when it has none."), MesosPart.TaskLabels),
        (Text("mesos.framework.name", "Name of the framework that started the task."), MesosPart.FrameworkName),
        (Text("mesos.framework.id", "Id of the framework that started the task."), MesosPart.FrameworkId),
        (Text("marathon.app.name", "Path of the Marathon app that the task belongs to, such as /shop/web."), MesosPart.AppId),
        (Text("marathon.app.id", "Path of the Marathon app, the same as its name."), MesosPart.AppId),
        (Label("marathon.app.label", "One label of the Marathon app, as in marathon.app.label.tier."), MesosPart.AppLabel),
        (Text("marathon.app.labels", "All labels of the Marathon app as key:value, comma-separated, sorted by key."), MesosPart.AppLabels),
        (Text("marathon.group.name", "Path of the Marathon group that holds the app, such as /shop."), MesosPart.GroupId),
        (Text("marathon.group.id", "Path of the Marathon group, the same as its name."), MesosPart.GroupId),
    ];

    /// <inheritdoc/>
    public override string Name => "mesos";

    /// <inheritdoc/>
    public override string Description => "The Mesos task and the Marathon app that an event's thread works for, from the cluster's state as the capture holds it.";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldInfo> Fields { get; } = Array.ConvertAll(s_entries, static entry => entry.Info);

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => LabelArgument.Measure(rest);

    /// <inheritdoc/>
    public override Field Bind(FieldInfo info, string text, string? argument, FieldSession session) =>
        new MesosField(s_entries[Array.FindIndex(s_entries, entry => entry.Info == info)].Part, Encoding.UTF8.GetBytes(argument ?? ""))
        {
            Info = info,
            Text = text,
        };

    static FieldInfo Text(string name, string description) => new(name, ParameterType.CharBuf, PrintFormat.None, description);

    static FieldInfo Label(string name, string description) => Text(name, description) with { Argument = FieldArgument.Required };
}
