using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Troubles;

// What stays the same when a container that failed is made anew: its app, its task's name, or its name on its host.
static class ThingKey
{
    static readonly string[][] s_first =
    [
        [LabelNames.FrameworkName, LabelNames.AppName],
        [LabelNames.FrameworkName, LabelNames.TaskName],
        [LabelNames.HostName, LabelNames.ContainerName],
        [LabelNames.HostName, LabelNames.ContainerId],
        [LabelNames.HostName, LabelNames.ProcessName],
    ];

    public static string Of(LabelSet labels)
    {
        foreach (var names in s_first)
        {
            if (labels.TryGet(names[1], out var value) && value.Length > 0)
            {
                labels.TryGet(names[0], out var owner);
                return $"{names[1]}\n{owner}\n{value}";
            }
        }

        return labels.TryGet(LabelNames.HostName, out var host) ? host : "";
    }

    public static string OnHost(LabelSet labels)
    {
        labels.TryGet(LabelNames.HostName, out var host);
        return $"{Of(labels)}\n{host}";
    }
}
