using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>A group with what lies directly in it.</summary>
sealed class GroupTree(string id)
{
    public string Id => id;

    public List<App> Apps { get; } = [];

    public List<Pod> Pods { get; } = [];

    public SortedDictionary<string, GroupTree> Groups { get; } = new(StringComparer.Ordinal);

    public static GroupTree Of(MarathonService marathon)
    {
        var root = new GroupTree("/");
        foreach (var app in marathon.Apps.Values)
        {
            root.GroupOf(app.Id).Apps.Add(app);
        }

        foreach (var pod in marathon.Pods.Values)
        {
            root.GroupOf(pod.Id).Pods.Add(pod);
        }

        return root;
    }

    GroupTree GroupOf(string path)
    {
        var group = this;
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.AsSpan(0, names.Length - 1))
        {
            if (!group.Groups.TryGetValue(name, out var child))
            {
                child = new GroupTree(group.Id == "/" ? "/" + name : $"{group.Id}/{name}");
                group.Groups.Add(name, child);
            }

            group = child;
        }

        return group;
    }
}
