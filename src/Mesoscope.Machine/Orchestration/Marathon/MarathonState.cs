using System.Text.Json;
using Mesoscope.Machine.Documents;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Marathon;

/// <summary>Which app a task belongs to, from recorded app and group documents of one or several Marathons.</summary>
sealed class MarathonState
{
    /// <summary>Groups within groups that are followed.</summary>
    const int MaxDepth = 64;

    readonly Dictionary<byte[], MarathonApp> _appsOfTasks = new(ByteTextComparer.Instance);
    readonly Dictionary<byte[], MarathonApp> _apps = new(ByteTextComparer.Instance);

    /// <summary>The app of a task, or null.</summary>
    public MarathonApp? FindApp(byte[] taskId) => _appsOfTasks.GetValueOrDefault(taskId);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _appsOfTasks.Clear();
        _apps.Clear();
    }

    /// <summary>
    /// Takes a tree of groups. The group of an app follows from its path, so that only the apps in the tree matter, for the labels that
    /// an app document may lack.
    /// </summary>
    public void ReadGroups(JsonElement root)
    {
        var framework = root.GetText("frameworkId"u8);
        Forget(_apps, framework);
        ReadGroup(root, framework, 0);
    }

    /// <summary>Takes the apps of one Marathon in place of its earlier ones.</summary>
    /// <param name="root">The document.</param>
    /// <param name="isRunning">Whether a task of that id is running now: others are not linked.</param>
    public void ReadApps(JsonElement root, Predicate<byte[]> isRunning)
    {
        if (!root.TryGet("apps"u8, out var apps))
        {
            return;
        }

        var framework = root.GetText("frameworkId"u8);
        Forget(_appsOfTasks, framework);
        foreach (var element in apps.Items())
        {
            if (ReadApp(element, framework) is not { } app)
            {
                continue;
            }

            _apps[app.Id] = app;
            if (element.TryGet("tasks"u8, out var tasks))
            {
                Link(app, tasks, isRunning);
            }
        }
    }

    void Link(MarathonApp app, JsonElement tasks, Predicate<byte[]> isRunning)
    {
        foreach (var task in tasks.Items())
        {
            var id = task.GetText("id"u8);
            if (id.Length > 0 && isRunning(id))
            {
                _appsOfTasks[id] = app;
            }
        }
    }

    void ReadGroup(JsonElement group, byte[] framework, int depth)
    {
        if (group.TryGet("apps"u8, out var apps))
        {
            foreach (var element in apps.Items())
            {
                if (ReadApp(element, framework) is { } app)
                {
                    _apps[app.Id] = app;
                }
            }
        }

        if (depth < MaxDepth && group.TryGet("groups"u8, out var groups))
        {
            foreach (var element in groups.Items())
            {
                ReadGroup(element, framework, depth + 1);
            }
        }
    }

    /// <summary>The app; null when its id is no path, as no group follows from it.</summary>
    MarathonApp? ReadApp(JsonElement element, byte[] framework)
    {
        var id = element.GetText("id"u8);
        var slash = Array.LastIndexOf(id, (byte)'/');
        if (slash < 0)
        {
            return null;
        }

        var labels = element.TryGet("labels"u8, out _) ? element.GetLabels("labels"u8) : _apps.GetValueOrDefault(id)?.Labels ?? [];
        return new MarathonApp(id, id[..Math.Max(slash, 1)], labels, framework);
    }

    static void Forget(Dictionary<byte[], MarathonApp> apps, byte[] framework)
    {
        foreach (var (key, app) in apps)
        {
            if (app.FrameworkId.AsSpan().SequenceEqual(framework))
            {
                apps.Remove(key);
            }
        }
    }
}
