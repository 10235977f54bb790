using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Sources;

/// <summary>
/// Completes the names of containers that are younger than what masters told of them: their environment names app and task, but not the
/// framework. Only what cannot be wrong is completed: the same framework or the same task was named elsewhere. Apps and groups are no proof,
/// because two Marathons may have some of the same name, and the other one may be heard of later. Never changes.
/// </summary>
sealed class FrameworkNames
{
    readonly Dictionary<string, string?> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string?> _byTask = new(StringComparer.Ordinal);

    /// <summary>Learns from things that have all their names.</summary>
    internal FrameworkNames(IEnumerable<LabelSet> known)
    {
        foreach (var labels in known)
        {
            if (labels.TryGet(LabelNames.FrameworkName, out var name))
            {
                Learn(_byId, labels, LabelNames.FrameworkId, name);
                Learn(_byTask, labels, LabelNames.TaskId, name);
            }
        }
    }

    /// <summary>True for things of a framework that they do not name.</summary>
    internal static bool IsIncomplete(LabelSet labels) => !labels.TryGet(LabelNames.FrameworkName, out _)
        && (labels.TryGet(LabelNames.AppName, out _) || labels.TryGet(LabelNames.FrameworkId, out _));

    /// <summary>The names with that of the framework, where it is known beyond doubt.</summary>
    internal LabelSet Complete(LabelSet labels) =>
        IsIncomplete(labels) && Find(labels) is { } name ? LabelSet.From(labels.All.Append(new(LabelNames.FrameworkName, name))) : labels;

    // Null for what has several names.
    static void Learn(Dictionary<string, string?> names, LabelSet labels, string label, string name)
    {
        if (labels.TryGet(label, out var key))
        {
            names[key] = names.TryGetValue(key, out var other) && other != name ? null : name;
        }
    }

    // Ids of Marathon's tasks are unique wherever they run; other schedulers count theirs from 1.
    string? Find(LabelSet labels) => labels.TryGet(LabelNames.FrameworkId, out var id) ? _byId.GetValueOrDefault(id)
        : labels.TryGet(LabelNames.AppName, out _) && labels.TryGet(LabelNames.TaskId, out var task) ? _byTask.GetValueOrDefault(task)
        : null;
}
