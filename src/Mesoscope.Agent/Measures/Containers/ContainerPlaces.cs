using System.Text;
using Mesoscope.Clusters.Text;
using Mesoscope.Kernel.Scan.Processes;
using Mesoscope.Machine.Containers.Recognition;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>Tells the container of a process by its <c>/proc/PID/cgroup</c>, and remembers what it made of each text.</summary>
/// <param name="hierarchies">The machine's hierarchies.</param>
sealed class ContainerPlaces(Hierarchies hierarchies)
{
    /// <summary>Texts that are remembered; beyond, all are forgotten and learned anew.</summary>
    const int MaxCount = 4096;

    readonly CgroupText _text = new(hierarchies.UnifiedControllers);
    readonly Dictionary<byte[], ContainerPlace?> _known = new(ByteTextComparer.Instance);

    /// <summary>The container; null for a process of the host.</summary>
    /// <param name="cgroup">The file's content.</param>
    public ContainerPlace? Find(ReadOnlySpan<byte> cgroup)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(cgroup, out var place))
        {
            return place;
        }

        if (_known.Count == MaxCount)
        {
            _known.Clear();
        }

        place = Recognize(_text.Read(cgroup));
        _known.Add(cgroup.ToArray(), place);
        return place;
    }

    static ContainerPlace? Recognize(byte[] cgroups)
    {
        if (!ContainerPaths.TryFind(cgroups, out var type, out var idBytes))
        {
            return null;
        }

        var id = Encoding.UTF8.GetString(idBytes);
        Dictionary<string, string> paths = new(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(cgroups).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // Controllers have no '=' but "name=systemd".
            var path = line.IndexOf("=/", StringComparison.Ordinal);
            if (path > 0 && OwnGroup(line[(path + 1)..], id) is { } own)
            {
                paths.TryAdd(line[..path], own);
            }
        }

        return new ContainerPlace(type, id, paths);
    }

    /// <summary>
    /// The path of the container's own group: up to the last part that holds its id, as systemd in a container makes groups further inside;
    /// null when no part does, which is so in hierarchies that the runtime leaves alone.
    /// </summary>
    internal static string? OwnGroup(string path, string id)
    {
        var at = path.LastIndexOf(id, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var end = path.IndexOf('/', at);
        return end < 0 ? path : path[..end];
    }
}
