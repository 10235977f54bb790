using System.Globalization;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>
/// Chooses the hierarchy of control groups that tells containers apart: that of cgroup v2 when it has the controllers of memory or processors,
/// otherwise the first of some hierarchies of v1. On a hybrid machine v2 is there, but containers are not in it.
/// </summary>
/// <param name="Hierarchy">The choice.</param>
/// <param name="Controller">Its number in <c>enum controller</c> of bpf/counting/counting.h.</param>
/// <param name="Number">The kernel's number of the hierarchy; 0 for v2.</param>
sealed record HierarchyChoice(ControlGroupHierarchy Hierarchy, uint Controller, uint Number)
{
    // In the order of enum controller, from 1 on. Each engine makes groups for memory when anything at all.
    static readonly string[] s_controllers = ["memory", "cpu", "cpuacct", "cpuset", "blkio", "freezer", "pids"];

    /// <summary>The choice for this machine.</summary>
    public static HierarchyChoice OfThisMachine() =>
        Choose(ReadLines("/proc/self/mountinfo"), ReadLines("/proc/cgroups"), folder => string.Concat(ReadLines(Path.Combine(folder, "cgroup.controllers"))));

    /// <summary>The choice.</summary>
    /// <param name="mounts">Lines of mountinfo.</param>
    /// <param name="controllers">Lines of <c>/proc/cgroups</c>: name, number of the hierarchy, …</param>
    /// <param name="readControllers">Gives the text of <c>cgroup.controllers</c> in a folder.</param>
    public static HierarchyChoice Choose(IEnumerable<string> mounts, IEnumerable<string> controllers, Func<string, string> readControllers)
    {
        var unified = "";
        var old = new Dictionary<string, string>();
        foreach (var (folder, type, options) in mounts.Select(ParseMount))
        {
            if (type == "cgroup2" && unified.Length == 0)
            {
                unified = folder;
            }
            else if (type == "cgroup")
            {
                options.Split(',').ToList().ForEach(o => old.TryAdd(o, folder));
            }
        }

        var numbers = controllers.Where(l => !l.StartsWith('#')).Select(l => l.Split('\t', ' ')).Where(c => c.Length > 1)
            .ToDictionary(c => c[0], c => uint.Parse(c[1], CultureInfo.InvariantCulture));
        var inUnified = unified.Length > 0 ? readControllers(unified).Split(' ', StringSplitOptions.TrimEntries) : [];
        if (!inUnified.Contains("memory") && !inUnified.Contains("cpu"))
        {
            for (var i = 0; i < s_controllers.Length; i++)
            {
                // A hierarchy of number 0 is the one of v2.
                if (old.TryGetValue(s_controllers[i], out var folder) && numbers.GetValueOrDefault(s_controllers[i]) is var number and not 0)
                {
                    return new(new(folder, s_controllers[i]), (uint)i + 1, number);
                }
            }
        }

        return new(new(unified, ""), 0, 0);
    }

    // proc_pid_mountinfo(5): the folder is the fifth word; behind a word "-" come type, source and options of the file system.
    static (string Folder, string Type, string Options) ParseMount(string line)
    {
        var words = line.Split(' ');
        var dash = Array.IndexOf(words, "-");
        return dash < 5 || dash + 3 >= words.Length ? ("", "", "") : (words[4], words[dash + 1], words[dash + 3]);
    }

    static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
