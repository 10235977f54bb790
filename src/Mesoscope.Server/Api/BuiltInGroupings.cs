using Mesoscope.Samples.Labels;
using Mesoscope.Server.Access;

namespace Mesoscope.Server.Api;

static class BuiltInGroupings
{
    public static IReadOnlyList<SavedGrouping> All { get; } =
    [
        new("mesos", "Frameworks", [LabelNames.FrameworkName, LabelNames.GroupName, LabelNames.AppName, LabelNames.TaskName, LabelNames.ContainerName]),
        new("hosts", "Hosts", [LabelNames.HostName, LabelNames.ContainerName, LabelNames.ProcessName]),
        new("images", "Images", [LabelNames.ContainerImage, LabelNames.ContainerName]),
        new("apps", "Apps", [LabelNames.AppName, LabelNames.TaskName, LabelNames.ContainerName]),
    ];
}
