using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Sources;

/// <summary>
/// Completes the names of containers that are younger than what masters told of them: their environment names app and task, but not the
/// framework. Others of the same framework, app or outermost group do, and without it a container that dies young would lie apart from its app.
/// Never changes.
/// </summary>
sealed class FrameworkNames
{
    readonly Dictionary<string, string?> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string?> _byApp = new(StringComparer.Ordinal);
    readonly Dictionary<string, string?> _byGroup = new(StringComparer.Ordinal);

    /// <summary>Learns from things that have all their names.</summary>
    internal FrameworkNames(IEnumerable<LabelSet> known)
    {
        foreach (var labels in known)
        {
            if (labels.TryGet(LabelNames.FrameworkName, out var name))
            {
                Learn(_byId, labels.TryGet(LabelNames.FrameworkId, out var id) ? id : null, name);
                var app = AppOf(labels);
                Learn(_byApp, app, name);
                Learn(_byGroup, OutermostGroup(app), name);
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
    static void Learn(Dictionary<string, string?> names, string? key, string name)
    {
        if (key is not null)
        {
            names[key] = names.TryGetValue(key, out var other) && other != name ? null : name;
        }
    }

    static string? AppOf(LabelSet labels) => labels.TryGet(LabelNames.AppName, out var app) ? app : null;

    static string? OutermostGroup(string? app) => app?.IndexOf('/', 1) is > 1 and var end ? app[..end] : null;

    string? Find(LabelSet labels)
    {
        if (labels.TryGet(LabelNames.FrameworkId, out var id))
        {
            return _byId.GetValueOrDefault(id);
        }

        var app = AppOf(labels)!;
        return _byApp.TryGetValue(app, out var name) ? name : OutermostGroup(app) is { } group ? _byGroup.GetValueOrDefault(group) : null;
    }
}
