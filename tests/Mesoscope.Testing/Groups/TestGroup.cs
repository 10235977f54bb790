using System.Globalization;

namespace Mesoscope.Testing.Groups;

/// <summary>A control group of this machine that looks like a container of Mesos, in all hierarchies that there are; removed with its processes.</summary>
public sealed class TestGroup : IDisposable
{
    static readonly string[] s_controllers = ["cpuacct", "cpu", "memory", "pids", "freezer"];

    readonly List<string> _folders = [];

    /// <summary>Makes one with an id of its own.</summary>
    public TestGroup()
    {
        Id = Guid.NewGuid().ToString();
        var roots = File.Exists("/sys/fs/cgroup/cgroup.controllers")
            ? ["/sys/fs/cgroup"]
            : s_controllers.Select(static name => "/sys/fs/cgroup/" + name).Where(static folder => Directory.Exists(folder) && new DirectoryInfo(folder).LinkTarget is null);
        foreach (var root in roots)
        {
            var folder = $"{root}/mesos/{Id}";
            Directory.CreateDirectory(folder);
            _folders.Add(folder);
        }
    }

    /// <summary>Null when groups can be made here, else why not.</summary>
    public static string? WhyNot =>
        Environment.UserName != "root" ? "needs root to make control groups"
        : !Directory.Exists("/sys/fs/cgroup/memory") && !File.Exists("/sys/fs/cgroup/cgroup.controllers") ? "this machine has no control groups"
        : null;

    /// <summary>Id of the container.</summary>
    public string Id { get; }

    /// <summary>A shell's words that put it into the group.</summary>
    public string JoinCommand => string.Concat(_folders.Select(static folder => $"echo $$ > {folder}/cgroup.procs; "));

    /// <summary>Processor time by the kernel's own count, seconds.</summary>
    public double UsedSeconds =>
        _folders.FirstOrDefault(static folder => File.Exists(folder + "/cpuacct.usage")) is { } legacy
            ? Number(File.ReadAllText(legacy + "/cpuacct.usage")) / 1e9
            : Number(Line(_folders[0] + "/cpu.stat", "usage_usec ")) / 1e6;

    /// <summary>Memory by the kernel's own count, without file pages that nobody used lately; bytes.</summary>
    public double UsedMemoryBytes => _folders.FirstOrDefault(static folder => File.Exists(folder + "/memory.usage_in_bytes")) is { } legacy
        ? Number(File.ReadAllText(legacy + "/memory.usage_in_bytes")) - Number(Line(legacy + "/memory.stat", "total_inactive_file "))
        : Number(File.ReadAllText(_folders[0] + "/memory.current")) - Number(Line(_folders[0] + "/memory.stat", "inactive_file "));

    /// <summary>Ends its processes and removes it.</summary>
    public void Dispose()
    {
        foreach (var folder in _folders)
        {
            for (var end = DateTime.UtcNow.AddSeconds(10); Directory.Exists(folder) && DateTime.UtcNow < end; System.Threading.Thread.Sleep(20))
            {
                foreach (var process in File.ReadAllLines(folder + "/cgroup.procs"))
                {
                    try
                    {
                        System.Diagnostics.Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture)).Kill();
                    }
                    catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
                    {
                        // Ended by itself.
                    }
                }

                try
                {
                    Directory.Delete(folder);
                }
                catch (IOException)
                {
                    // Still has processes.
                }
            }
        }
    }

    static string Line(string file, string name) => File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
