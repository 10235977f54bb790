using System.Globalization;

namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>The nodes that masters make below their path: a prefix and the number that ZooKeeper gave, of which the lowest leads.</summary>
static class MasterNodes
{
    /// <summary>Since Mesos 0.24: JSON.</summary>
    public const string JsonPrefix = "json.info_";

    /// <summary>Before that: a protobuf message.</summary>
    public const string MessagePrefix = "info_";

    /// <summary>The leader's node; null when no master is there. Other nodes, such as <c>log_replicas</c>, are none of masters.</summary>
    public static string? FindLeader(IReadOnlyList<string> names)
    {
        string? leader = null;
        var lowest = long.MaxValue;
        foreach (var name in names)
        {
            // While a cluster is upgraded, old and new masters stand in the same queue.
            if ((Number(name, JsonPrefix) ?? Number(name, MessagePrefix)) is { } number && number < lowest)
            {
                leader = name;
                lowest = number;
            }
        }

        return leader;
    }

    static long? Number(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
}
