using System.Globalization;
using System.Text;
using Mesoscope.Agent.Measures;

namespace Mesoscope.Agent.Tests.Machines;

/// <summary>A machine made of files: a process file system and control groups of any layout.</summary>
sealed class MachineTree : IDisposable
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mesoscope-machine-");

    public MachineTree()
    {
        Write("proc/stat", "cpu  100 0 50 1000 10 5 5 0 0 0\ncpu0 50 0 25 500 5 3 2 0 0 0\ncpu1 50 0 25 500 5 2 3 0 0 0\nintr 1\nbtime 1700000000\nprocesses 5\n");
        Write("proc/meminfo", "MemTotal:        8000000 kB\nMemFree:          100 kB\nMemAvailable:    6000000 kB\nSwapTotal:       1000 kB\nSwapFree:         400 kB\n");
        Write("proc/vmstat", "pgfault 1000\npgmajfault 10\noom_kill 0\n");
        Write("proc/loadavg", "0.50 0.25 0.10 2/321 4567\n");
        Write("proc/uptime", "1234.56 2000.00\n");
    }

    public MachineFolders Folders => new(PathOf("proc"), PathOf("cgroup"), PathOf("root"));

    public string PathOf(string path) => Path.Combine(_root.FullName, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Adds a process, or changes what it did so far.</summary>
    public void WriteProcess(int id, string name, string cgroup, long ticks = 0, int startTicks = 100, string environment = "", int threads = 1, int pages = 10)
    {
        Write(
            $"proc/{id}/stat",
            string.Create(CultureInfo.InvariantCulture, $"{id} ({name}) S 1 {id} {id} 0 -1 4194304 {ticks} 0 2 0 {ticks} 0 0 0 20 0 {threads} 0 {startTicks} 4096000 {pages} 18446744073709551615 1 1 0 0\n"));
        Write($"proc/{id}/cgroup", cgroup);
        Write($"proc/{id}/environ", environment);
        Write($"proc/{id}/cmdline", name + "\0--flag\0");
    }

    public void RemoveProcess(int id) => Directory.Delete(PathOf($"proc/{id}"), recursive: true);

    /// <summary>The root groups of cgroup v1.</summary>
    public void MakeLegacy()
    {
        foreach (var name in new[] { "cpu,cpuacct", "memory", "pids", "freezer", "systemd" })
        {
            Write($"cgroup/{name}/cgroup.procs", "");
        }
    }

    /// <summary>The files of a group of cgroup v1.</summary>
    public void WriteLegacy(string path, long usedNanoseconds, long memory = 1000, long inactive = 100, long quota = -1, long limit = 9_223_372_036_854_771_712)
    {
        var cpu = $"cgroup/cpu,cpuacct{path}/";
        Write(cpu + "cpuacct.usage", $"{usedNanoseconds}\n");
        Write(cpu + "cpuacct.usage_user", $"{usedNanoseconds / 4 * 3}\n");
        Write(cpu + "cpuacct.usage_sys", $"{usedNanoseconds / 4}\n");
        Write(cpu + "cpu.stat", $"nr_periods 10\nnr_throttled {usedNanoseconds / 1_000_000_000}\nthrottled_time {usedNanoseconds / 10}\n");
        Write(cpu + "cpu.cfs_quota_us", $"{quota}\n");
        Write(cpu + "cpu.cfs_period_us", "100000\n");
        Write(cpu + "cpu.shares", "512\n");
        var memoryFolder = $"cgroup/memory{path}/";
        Write(memoryFolder + "memory.usage_in_bytes", $"{memory}\n");
        Write(memoryFolder + "memory.stat", $"cache 0\ninactive_file 1\npgfault 1\ntotal_inactive_file {inactive}\ntotal_pgfault {memory}\ntotal_pgmajfault 7\ntotal_swap 55\n");
        Write(memoryFolder + "memory.limit_in_bytes", $"{limit}\n");
        Write(memoryFolder + "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n");
        Write($"cgroup/pids{path}/pids.current", "3\n");
    }

    /// <summary>The root group of cgroup v2.</summary>
    public void MakeUnified(string folder = "cgroup", string controllers = "cpu io memory pids") => Write($"{folder}/cgroup.controllers", controllers + "\n");

    /// <summary>The files of a group of cgroup v2.</summary>
    public void WriteUnified(string path, long usedMicroseconds, long memory = 1000, long inactive = 100, string quota = "max 100000", string limit = "max", string folder = "cgroup")
    {
        var group = folder + path + "/";
        Write(group + "cpu.stat", $"usage_usec {usedMicroseconds}\nuser_usec {usedMicroseconds / 4 * 3}\nsystem_usec {usedMicroseconds / 4}\nnr_periods 0\nnr_throttled {usedMicroseconds / 1_000_000}\nthrottled_usec {usedMicroseconds / 10}\n");
        Write(group + "cpu.max", quota + "\n");
        Write(group + "cpu.weight", "100\n");
        Write(group + "memory.current", $"{memory}\n");
        Write(group + "memory.stat", $"anon 1\ninactive_file {inactive}\npgfault {memory}\npgmajfault 7\n");
        Write(group + "memory.max", limit + "\n");
        Write(group + "memory.swap.current", "55\n");
        Write(group + "memory.events", "low 0\noom 0\noom_kill 0\n");
        Write(group + "pids.current", "3\n");
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public void Dispose() => _root.Delete(recursive: true);
}
