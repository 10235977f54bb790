using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Remembers what the rules made of control groups: the threads of a container have the same ones.</summary>
sealed class CgroupCache
{
    /// <summary>Sets of control groups that are remembered; beyond, all are forgotten and learned anew.</summary>
    const int MaxCount = 4096;

    readonly Dictionary<byte[], CgroupMatch[]> _known = new(ByteTextComparer.Instance);

    /// <summary>All that the rules make of these control groups.</summary>
    public CgroupMatch[] Match(byte[] cgroups)
    {
        if (cgroups.Length == 0)
        {
            return [];
        }

        if (_known.TryGetValue(cgroups, out var matches))
        {
            return matches;
        }

        if (_known.Count == MaxCount)
        {
            _known.Clear();
        }

        matches = CgroupRules.Match(cgroups);
        _known.Add(cgroups, matches);
        return matches;
    }
}
