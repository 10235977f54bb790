using System.Globalization;
using Mesoscope.DemoCluster.Interop;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>The cgroups of Mesos containers: made, limited, emptied, removed.</summary>
sealed class ContainerGroups(IReadOnlyList<Hierarchy> hierarchies)
{
    // Where the kernel's own removal of dead processes is waited for.
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    const int MaxPauses = 250;

    public bool Exist => hierarchies.Count > 0;

    public static ContainerGroups OfThisMachine() => new(Hierarchy.Find(File.ReadLines("/proc/mounts")));

    /// <summary>Makes the groups of a container and returns the files that a process writes its id to in order to be in them.</summary>
    public IReadOnlyList<string> Create(ContainerId container, Resources resources)
    {
        var files = new List<string>();
        foreach (var hierarchy in hierarchies)
        {
            // Seen on Mesos 1.12-dev: only the freezer (v2: the one hierarchy) nests; the others have the outer container alone.
            var isNested = hierarchy.Controller is "freezer" or "";
            var folder = Path.Combine(hierarchy.Folder, isNested ? container.CgroupPath : (container.Parent ?? container).CgroupPath);
            Directory.CreateDirectory(folder);
            Limit(hierarchy, folder, resources, isAlone: container.Parent is null);
            files.Add(Path.Combine(folder, "cgroup.procs"));
        }

        return files;
    }

    /// <summary>Whether the kernel killed somebody of this container for want of memory.</summary>
    public bool WasOutOfMemory(ContainerId container) =>
        hierarchies.Where(h => h.IsUnified || h.Controller == "memory")
            .Select(h => Path.Combine(h.Folder, container.CgroupPath, h.IsUnified ? "memory.events" : "memory.oom_control"))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

    /// <summary>Returns when the process is in the container's group, or has ended.</summary>
    public async Task WaitForAsync(ContainerId container, System.Diagnostics.Process process)
    {
        while (!process.HasExited && !ProcessesOf(container.CgroupPath).Contains(process.Id))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }
    }

    /// <summary>Sends a signal to every process of a container and its nested ones.</summary>
    public void Signal(string cgroupPath, int signal)
    {
        foreach (var process in ProcessesOf(cgroupPath))
        {
            _ = Libc.Kill(process, signal);
        }
    }

    /// <summary>Kills what is left of a container and removes its groups; a group that does not empty is left to the next sweep.</summary>
    public async Task RemoveAsync(string cgroupPath)
    {
        for (var i = 0; i < MaxPauses && ProcessesOf(cgroupPath).Count > 0; i++)
        {
            Signal(cgroupPath, Libc.SignalKill);
            await Task.Delay(s_pause);
        }

        foreach (var folder in hierarchies.Select(h => Path.Combine(h.Folder, cgroupPath)).Where(Directory.Exists))
        {
            RemoveFolder(folder);
        }
    }

    List<int> ProcessesOf(string cgroupPath)
    {
        var found = new HashSet<int>();
        foreach (var folder in hierarchies.Select(h => Path.Combine(h.Folder, cgroupPath)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "cgroup.procs", SearchOption.AllDirectories))
            {
                found.UnionWith(File.ReadLines(file).Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
            }
        }

        return [.. found];
    }

    // The files in a group are not files: only the folder itself is removed, and it must have no folders in it.
    static void RemoveFolder(string folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            RemoveFolder(inner);
        }

        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Somebody is still in it.
        }
    }

    static void Limit(Hierarchy hierarchy, string folder, Resources resources, bool isAlone)
    {
        var bytes = ((long)(resources.MemoryMebibytes * 1024 * 1024)).ToString(CultureInfo.InvariantCulture);
        if (isAlone && hierarchy.Controller == "memory")
        {
            File.WriteAllText(Path.Combine(folder, "memory.limit_in_bytes"), bytes);
        }
        else if (hierarchy.Controller == "cpu")
        {
            // As Mesos does it: 1024 shares a CPU, at least 2.
            File.WriteAllText(Path.Combine(folder, "cpu.shares"), Math.Max(2, (int)(resources.Cpus * 1024)).ToString(CultureInfo.InvariantCulture));
        }
        else if (isAlone && hierarchy.IsUnified && File.Exists(Path.Combine(folder, "memory.max")))
        {
            File.WriteAllText(Path.Combine(folder, "memory.max"), bytes);
        }
    }
}
