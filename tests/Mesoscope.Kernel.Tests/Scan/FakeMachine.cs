using System.Text;
using Mesoscope.Kernel.Scan;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Kernel.Tests.Scan;

/// <summary>
/// A folder that looks like the root of a machine that booted 1000 seconds before 2001-09-09T01:46:40Z, which is its now: process 1
/// started with it.
/// </summary>
sealed class FakeMachine : IDisposable
{
    public const ulong Second = 1_000_000_000;
    public const ulong Boot = (1_000_000_000 - 1000) * Second;

    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mesoscope-scan-");

    public FakeMachine()
    {
        Write("proc/uptime", "1000.00 1900.00\n");
        Write("proc/stat", "cpu  1 2 3\ncpu0 1 2 3\ncpu1 1 2 3\nintr 5\nbtime 999999000\n");
        Write("proc/meminfo", "MemTotal:        2048 kB\nMemFree: 7 kB\n");
        Write("proc/sys/kernel/pid_max", "32768\n");
        Write("proc/sys/kernel/hostname", "rack1\n");
        Write("etc/passwd", "root:x:0:0:root:/home/admin:/bin/bash\nann:x:1000:100::/home/ann:/bin/sh\n");
        Write("etc/group", "root:x:0:\nusers:x:100:ann,bob\n");
        Write("sys/fs/cgroup/unified/cgroup.controllers", "\n");
        Process(1, "init");
    }

    public string Root => _root.FullName;

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
    }

    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.Delete(PathOf(path));
        File.CreateSymbolicLink(PathOf(path), target);
    }

    /// <summary>A process of user 1000 that started ten seconds after the boot.</summary>
    public void Process(long pid, string name)
    {
        var folder = $"proc/{pid}";
        Thread(folder, pid, pid, name);
        Write($"{folder}/cmdline", $"/bin/{name}\0-v\0a b\0");
        Write($"{folder}/environ", "HOME=/\0LANG=C\0");
        Write($"{folder}/loginuid", "1000");
        Link($"{folder}/exe", $"/bin/{name}");
        Link($"{folder}/cwd", "/srv");
        Link($"{folder}/root", "/");
        Directory.CreateDirectory(PathOf($"{folder}/fd"));
        Directory.CreateDirectory(PathOf($"{folder}/task/{pid}"));
    }

    public void Thread(string folder, long tid, long pid, string name)
    {
        Write($"{folder}/stat", $"{tid} ({name}) S 1 77 66 34816 77 4194304 11 0 22 0 1 2 0 0 20 0 1 0 1000 4096000 100 18446744073709551615 0\n");
        Write($"{folder}/status", $"Name:\t{name}\nUmask:\t0022\nState:\tS (sleeping)\nTgid:\t{pid}\nNgid:\t0\nPid:\t{tid}\nPPid:\t1\nTracerPid:\t0\n"
            + "Uid:\t1000\t1001\t1000\t1000\nGid:\t100\t101\t100\t100\nFDSize:\t64\nGroups:\t7 8 \n"
            + $"NStgid:\t{pid}\nNSpid:\t{tid}\nNSpgid:\t77\nNSsid:\t66\nVmPeak:\t    9 kB\nVmSize:\t    4000 kB\nVmRSS:\t     400 kB\nVmSwap:\t      40 kB\n"
            + "CapInh:\t0000000000000001\nCapPrm:\t000001ffffffffff\nCapEff:\t00000000000000ff\nSeccomp:\t0\n");
        Write($"{folder}/cgroup", "2:cpu,cpuacct:/a\n1:name=systemd:/b\n0::/c\n");
    }

    public void Descriptor(long pid, int number, string link) => Link($"proc/{pid}/fd/{number}", link);

    public MachineScan Open() => new(new ScanOptions { Root = Root, Clock = new FixedClock() });

    /// <summary>Scans it.</summary>
    public (SnapshotRecorder State, ScanReport Report) Scan()
    {
        using var scan = Open();
        var state = new SnapshotRecorder();
        return (state, scan.Read(state));
    }

    public void Dispose() => _root.Delete(recursive: true);

    sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);
    }
}
