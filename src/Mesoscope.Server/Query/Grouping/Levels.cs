using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Query.Grouping;

/// <summary>An ordered list of label names; each makes a level of a tree.</summary>
public sealed class Levels
{
    const int MaxLevels = 10;
    const int MaxNameLength = 256;

    readonly string[] _labels;

    Levels(string[] labels) => _labels = labels;

    /// <summary>The label names, outermost first.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>
    /// What is summed: processes when a level is a process's label, hosts when all levels are a host's labels, containers otherwise.
    /// </summary>
    public EntityKind Kind => _labels.Any(IsOfProcess) ? EntityKind.Process : _labels.All(IsOfHost) ? EntityKind.Host : EntityKind.Container;

    /// <summary>Makes a grouping.</summary>
    /// <exception cref="QueryException">There are no labels, too many, or one comes twice.</exception>
    public static Levels From(IReadOnlyList<string>? labels)
    {
        if (labels is null || labels.Count is 0 or > MaxLevels)
        {
            throw new QueryException($"a grouping of {labels?.Count ?? 0} labels; expected 1 to {MaxLevels}");
        }

        foreach (var label in labels)
        {
            if (string.IsNullOrWhiteSpace(label) || label.Length > MaxNameLength)
            {
                throw new QueryException($"'{label}' is no label name; expected 1 to {MaxNameLength} characters");
            }
        }

        var twice = labels.GroupBy(static l => l, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1);
        return twice is null ? new Levels([.. labels]) : throw new QueryException($"'{twice.Key}' comes twice in a grouping");
    }

    /// <summary>How many levels, from the outermost on, something of a kind can have a value for.</summary>
    public int CountFor(EntityKind kind)
    {
        var count = 0;
        while (count < _labels.Length && (kind == EntityKind.Process || (kind == EntityKind.Host ? IsOfHost(_labels[count]) : !IsOfProcess(_labels[count]))))
        {
            count++;
        }

        return count;
    }

    /// <summary>True when a level is a path that nests by its parts.</summary>
    internal bool IsPath(int level) => _labels[level] == LabelNames.GroupName;

    internal static bool IsOfProcess(string label) => label.StartsWith("proc.", StringComparison.Ordinal);

    internal static bool IsOfHost(string label) =>
        label.StartsWith("host.", StringComparison.Ordinal) || label.StartsWith("agent.", StringComparison.Ordinal);
}
