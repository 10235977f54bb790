using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Orchestration.Mesos;
using Mesoscope.Machine.Text;
using Mesoscope.Query.Fields.Containers;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>
/// A fact about the Mesos task of the event's thread. Without a running task all are absent, those of Marathon included; labels of a
/// task that has none are an empty text.
/// </summary>
sealed class MesosField(MesosPart part, byte[] key) : Field
{
    readonly Utf8Writer _scratch = new();
    ContainerLookup _lookup;
    byte[]? _taskId;
    int _version;
    MesosTask? _task;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { } thread
            || _lookup.Find(thread, context.Machine.Containers) is not { } container
            || FindTask(container, context.Machine.Mesos) is not { } task)
        {
            return false;
        }

        if (part >= MesosPart.AppId)
        {
            return TryGetApp(task, context.Machine.Mesos, ref value);
        }

        var text = part switch
        {
            MesosPart.TaskName => task.Name,
            MesosPart.TaskId => task.Id,
            MesosPart.TaskLabel => Label.Find(task.Labels, key),
            MesosPart.FrameworkName => task.Framework.Name,
            MesosPart.FrameworkId => task.Framework.Id,
            _ => null,
        };
        value.Bytes = part == MesosPart.TaskLabels ? Join(task.Labels) : text;
        return text is not null || part == MesosPart.TaskLabels;
    }

    bool TryGetApp(MesosTask task, MesosState mesos, ref FieldValue value)
    {
        if (mesos.FindApp(task) is not { } app)
        {
            return false;
        }

        var text = part switch
        {
            MesosPart.AppId => app.Id,
            MesosPart.AppLabel => Label.Find(app.Labels, key),
            MesosPart.GroupId => app.GroupId,
            _ => null,
        };
        value.Bytes = part == MesosPart.AppLabels ? Join(app.Labels) : text;
        return text is not null || part == MesosPart.AppLabels;
    }

    /// <summary>The task of a container: looked up once until another task id or another state comes.</summary>
    MesosTask? FindTask(ContainerInfo container, MesosState mesos)
    {
        if (!ReferenceEquals(container.MesosTaskId, _taskId) || mesos.Version != _version)
        {
            _taskId = container.MesosTaskId;
            _version = mesos.Version;
            _task = mesos.FindTask(container);
        }

        return _task;
    }

    ReadOnlySpan<byte> Join(IReadOnlyList<Label> labels)
    {
        _scratch.Clear();
        LabelArgument.Append(_scratch, labels);
        return _scratch.Written;
    }
}
