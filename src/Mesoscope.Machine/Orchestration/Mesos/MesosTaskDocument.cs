using System.Text.Json;
using Mesoscope.Machine.Documents;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>Reads a task of a master's state.</summary>
static class MesosTaskDocument
{
    /// <summary>The task; null when it does not run or has no id.</summary>
    public static MesosTask? Read(JsonElement task, MesosFramework framework)
    {
        if (!task.TryGet("state"u8, out var state) || state.ValueKind != JsonValueKind.String || !state.ValueEquals("TASK_RUNNING"u8))
        {
            return null;
        }

        var id = task.TryGet("id"u8, out _) ? task.GetText("id"u8) : task.GetText("taskId"u8);
        return id.Length == 0 ? null : new MesosTask(id, ReadName(task, id), ReadLabels(task), framework);
    }

    static byte[] ReadName(JsonElement task, byte[] id)
    {
        var name = task.GetText("name"u8);
        if (name.Length > 0)
        {
            return name;
        }

        var dot = task.TryGet("name"u8, out _) ? -1 : Array.LastIndexOf(id, (byte)'.');
        return dot > 0 ? id[..dot] : id;
    }

    /// <summary>Pairs of <c>key</c> and <c>value</c>; an object with the keys as its members is understood, too.</summary>
    static List<Label> ReadLabels(JsonElement task)
    {
        if (!task.TryGet("labels"u8, out var labels))
        {
            return [];
        }

        if (labels.ValueKind == JsonValueKind.Object && !labels.TryGet("labels"u8, out labels))
        {
            return [.. task.GetLabels("labels"u8)];
        }

        List<Label> result = [];
        foreach (var label in labels.Items())
        {
            if (label.ValueKind == JsonValueKind.Object)
            {
                result.Add(new Label(label.GetText("key"u8), label.GetText("value"u8)));
            }
        }

        return result;
    }
}
