using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Mesoscope.Samples.Metrics;

/// <summary>All metrics there are. Names follow those that Sysdig's users know.</summary>
public static class MetricCatalog
{
    static readonly FrozenDictionary<string, MetricInfo> s_byName =
        MetricRows.All.ToFrozenDictionary(static metric => metric.Name, StringComparer.Ordinal);

    static readonly FrozenDictionary<uint, MetricInfo> s_byNumber = MetricRows.All.ToFrozenDictionary(static metric => metric.Number);

    /// <summary>The metrics by name.</summary>
    public static IReadOnlyList<MetricInfo> All => MetricRows.All;

    /// <summary>The metric of a name; false when there is none.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out MetricInfo? metric) => s_byName.TryGetValue(name, out metric);

    /// <summary>The metric of a number; false when there is none, as for one that a later agent measures.</summary>
    public static bool TryFind(uint number, [NotNullWhen(true)] out MetricInfo? metric) => s_byNumber.TryGetValue(number, out metric);
}
