namespace Mesoscope.DemoCluster.Documents;

/// <summary>What <c>?embed=</c> of <c>/v2/groups</c> asks for.</summary>
readonly record struct GroupEmbed(bool Groups, bool Apps, bool Tasks, bool Pods)
{
    /// <summary>Without the parameter Marathon embeds groups, apps and pods, but no tasks.</summary>
    public static GroupEmbed Parse(IReadOnlyCollection<string?> words) => words.Count == 0
        ? new(true, true, false, true)
        : new(words.Contains("group.groups"), words.Any(w => w?.StartsWith("group.apps", StringComparison.Ordinal) == true), words.Contains("group.apps.tasks"), words.Contains("group.pods"));
}
