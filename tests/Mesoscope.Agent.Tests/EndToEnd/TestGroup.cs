using System.Globalization;

namespace Mesoscope.Agent.Tests.EndToEnd;

/// <summary>A control group of this machine that looks like a container of Mesos, in all hierarchies that there are; removed with its processes.</summary>
sealed class TestGroup : IDisposable
{
    static readonly string[] s_controllers = ["cpuacct", "cpu", "memory", "pids", "freezer"];

    readonly List<string> _folders = [];

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

    public string Id { get; }

    /// <summary>A shell's words that put it into the group.</summary>
    public string JoinCommand => string.Concat(_folders.Select(static folder => $"echo $$ > {folder}/cgroup.procs; "));

    /// <summary>Processor time by the kernel's own count, seconds.</summary>
    public double UsedSeconds =>
        _folders.FirstOrDefault(static folder => File.Exists(folder + "/cpuacct.usage")) is { } legacy
            ? double.Parse(File.ReadAllText(legacy + "/cpuacct.usage"), CultureInfo.InvariantCulture) / 1e9
            : double.Parse(File.ReadLines(_folders[0] + "/cpu.stat").First(static line => line.StartsWith("usage_usec", StringComparison.Ordinal))[11..], CultureInfo.InvariantCulture) / 1e6;

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
}
