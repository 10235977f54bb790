using System.Text.Json;
using Mesoscope.Events;
using Mesoscope.Machine.Documents;
using Mesoscope.Machine.Orchestration.Marathon;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// The tasks and apps of a Mesos cluster as recorded <c>mesos</c> events tell them. Every event replaces what it speaks of as a whole;
/// a document that cannot be used is counted and changes nothing. Written by the state engine only.
/// </summary>
public sealed class MesosState
{
    readonly MarathonState _marathon = new();
    Dictionary<byte[], MesosTask> _tasks = new(ByteTextComparer.Instance);

    /// <summary>How many tasks are running.</summary>
    public int TaskCount => _tasks.Count;

    /// <summary>Grows with every change; equal numbers mean that earlier look-ups still hold.</summary>
    public int Version { get; private set; }

    /// <summary>How many documents could not be used.</summary>
    public long BadEventCount { get; private set; }

    /// <summary>The running task of that id, or null; an empty id is no task's.</summary>
    public MesosTask? FindTask(byte[] id) => id.Length == 0 ? null : _tasks.GetValueOrDefault(id);

    /// <summary>The Marathon app that a task belongs to, or null.</summary>
    public MarathonApp? FindApp(MesosTask task) => _marathon.FindApp(task.Id);

    /// <summary>Whether a task of that id is running.</summary>
    public bool HasTask(ReadOnlySpan<byte> id) => _tasks.GetAlternateLookup<ReadOnlySpan<byte>>().ContainsKey(id);

    /// <summary>Takes in a <c>mesos</c> event (270).</summary>
    public void OnMesosEvent(Event e) => Read(e.Parameter(0));

    /// <summary>Takes in a document: an object with members of the names <c>mesos_state</c>, <c>marathon_groups</c>, <c>marathon_apps</c>.</summary>
    /// <param name="json">The document, NUL behind it or not.</param>
    public void Read(ReadOnlySpan<byte> json)
    {
        if (!JsonText.TryParse(json, out var document))
        {
            BadEventCount++;
            return;
        }

        using (document)
        {
            // Apps link to tasks and take what they lack from groups, so this order.
            var root = document.RootElement;
            BadEventCount += root.ValueKind != JsonValueKind.Object || (root.TryGet("mesos_state"u8, out var state) && !ReadState(state)) ? 1 : 0;
            if (root.TryGet("marathon_groups"u8, out var groups))
            {
                _marathon.ReadGroups(groups);
            }

            if (root.TryGet("marathon_apps"u8, out var apps))
            {
                _marathon.ReadApps(apps, _tasks.ContainsKey);
            }

            Version++;
        }
    }

    /// <summary>Forgets the cluster.</summary>
    public void Clear()
    {
        _tasks.Clear();
        _marathon.Clear();
        BadEventCount = 0;
        Version++;
    }

    /// <summary>Takes the tasks of all active frameworks. A document without a list of frameworks says nothing of the cluster.</summary>
    bool ReadState(JsonElement state)
    {
        if (!state.TryGet("frameworks"u8, out var frameworks) || frameworks.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var tasks = new Dictionary<byte[], MesosTask>(ByteTextComparer.Instance);
        foreach (var element in LastOfEachId(frameworks))
        {
            var id = element.GetText("id"u8);
            var name = element.GetText("name"u8);
            var framework = new MesosFramework(id, name.Length > 0 ? name : id);
            if (!element.TryGet("tasks"u8, out var list))
            {
                continue;
            }

            foreach (var item in list.Items())
            {
                if (MesosTaskDocument.Read(item, framework) is { } task)
                {
                    tasks.TryAdd(task.Id, task);
                }
            }
        }

        _tasks = tasks;
        return true;
    }

    /// <summary>The active frameworks; of several with one id only the last.</summary>
    static List<JsonElement> LastOfEachId(JsonElement frameworks)
    {
        List<JsonElement> active = [];
        var places = new Dictionary<byte[], int>(ByteTextComparer.Instance);
        foreach (var framework in frameworks.EnumerateArray())
        {
            if (framework.TryGet("active"u8, out var isActive) && isActive.ValueKind == JsonValueKind.True
                && framework.TryGet("id"u8, out var id) && id.ValueKind == JsonValueKind.String
                && JsonText.TryGetText(id, out var text) && text.Length > 0)
            {
                if (places.TryGetValue(text, out var place))
                {
                    active[place] = default;
                }

                places[text] = active.Count;
                active.Add(framework);
            }
        }

        active.RemoveAll(static element => element.ValueKind == JsonValueKind.Undefined);
        return active;
    }
}
