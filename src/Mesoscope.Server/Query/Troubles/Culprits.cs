using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;

namespace Mesoscope.Server.Query.Troubles;

// Who is to blame, from the labels that begin with "culprit.".
static class Culprits
{
    // The first that is known chooses it; where there is none of them the host alone does.
    static readonly string[] s_identities = [LabelNames.ContainerId, LabelNames.ContainerName, LabelNames.ProcessId, LabelNames.ProcessName];

    static readonly (string Label, string Word)[] s_owners =
    [
        (LabelNames.AppName, "app"),
        (LabelNames.TaskName, "task"),
        (LabelNames.ContainerName, "container"),
        (LabelNames.ContainerId, "container"),
    ];

    public static Culprit? Of(LabelSet happening)
    {
        var labels = happening.All
            .Where(static l => l.Key.StartsWith(HappeningLabels.CulpritPrefix, StringComparison.Ordinal))
            .ToDictionary(static l => l.Key[HappeningLabels.CulpritPrefix.Length..], static l => l.Value, StringComparer.Ordinal);
        if (labels.Count == 0)
        {
            return null;
        }

        // Nobody holds a port from another host.
        if (happening.TryGet(LabelNames.HostName, out var host))
        {
            labels.TryAdd(LabelNames.HostName, host);
        }

        var checks = new List<ScopeCheck>();
        foreach (var name in s_identities.Where(labels.ContainsKey).Take(1).Prepend(LabelNames.HostName).Where(labels.ContainsKey))
        {
            checks.Add(new ScopeCheck(name, ScopeOperator.Is, [labels[name]]));
        }

        return new Culprit(Text(labels), Scope.All.And(checks).ToString(), labels);
    }

    static string Text(Dictionary<string, string> labels)
    {
        var process = labels.GetValueOrDefault(LabelNames.ProcessName)
            ?? (labels.TryGetValue(LabelNames.ProcessId, out var pid) ? $"process {pid}" : "a process");
        var (label, word) = s_owners.FirstOrDefault(o => labels.ContainsKey(o.Label));
        return label is null ? process : $"{process} ({word} {labels[label]})";
    }
}
