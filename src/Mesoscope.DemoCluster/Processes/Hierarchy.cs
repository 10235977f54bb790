namespace Mesoscope.DemoCluster.Processes;

/// <summary>A mounted cgroup hierarchy.</summary>
/// <param name="Folder">Where it is mounted.</param>
/// <param name="Controller">The controller of a v1 hierarchy; empty for v2.</param>
sealed record Hierarchy(string Folder, string Controller)
{
    public bool IsUnified => Controller.Length == 0;

    /// <summary>
    /// What containers are put into: of v1 the freezer, without which Mesos finds nothing again, and memory, cpu and cpuacct when they are
    /// there; else v2. Empty when there is neither.
    /// </summary>
    public static IReadOnlyList<Hierarchy> Find(IEnumerable<string> mounts)
    {
        string[] wanted = ["freezer", "memory", "cpu", "cpuacct"];
        var lines = mounts.Select(m => m.Split(' ')).Where(m => m.Length >= 4).ToList();
        var old = wanted
            .Select(c => (Controller: c, Mount: lines.FirstOrDefault(m => m[2] == "cgroup" && m[3].Split(',').Contains(c))))
            .Where(x => x.Mount is not null)
            .Select(x => new Hierarchy(x.Mount![1], x.Controller))
            .DistinctBy(h => h.Folder)
            .ToList();
        if (old.Any(h => h.Controller == "freezer"))
        {
            return old;
        }

        return lines.FirstOrDefault(m => m[2] == "cgroup2") is { } unified ? [new Hierarchy(unified[1], "")] : [];
    }
}
