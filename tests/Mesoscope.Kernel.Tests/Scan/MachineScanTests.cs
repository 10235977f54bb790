using System.Runtime.InteropServices;
using System.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Kernel.Tests.Scan;

public sealed partial class MachineScanTests : IDisposable
{
    readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Read_OfAMachine_TellsWhatItIs()
    {
        var (state, _) = _machine.Scan();
        var machine = Assert.Single(state.Machines);
        Assert.Equal(2u, machine.CpuCount);
        Assert.Equal(2048u * 1024, machine.MemoryBytes);
        Assert.Equal(32768u, machine.MaxPid);
        Assert.Equal("rack1", Text(machine.HostName));
        Assert.Equal(FakeMachine.Boot, machine.BootTime);
    }

    [Fact]
    public void Read_OfAProcess_TellsAllThatIsInItsFolder()
    {
        _machine.Process(40, "my (odd) name");
        var (state, report) = _machine.Scan();
        var thread = state.Threads.Single(t => t.Tid == 40);
        Assert.Equal("my (odd) name", Text(thread.Comm));
        Assert.Equal("/bin/my (odd) name", Text(thread.Exe));
        Assert.Equal("/bin/my (odd) name", Text(thread.ExePath));
        Assert.Equal("-v\0a b\0", Text(thread.Arguments));
        Assert.Equal("HOME=/\0LANG=C\0", Text(thread.Environment));
        Assert.Equal("/srv", Text(thread.WorkingDirectory));
        Assert.Equal("/", Text(thread.Root));
        Assert.Equal("cpu=/a\0cpuacct=/a\0name=systemd=/b\0unified=/c\0", Text(thread.Cgroups));
        Assert.Equal((40, 1, 66, 77), (thread.Pid, thread.ParentTid, thread.SessionId, thread.GroupId));
        Assert.Equal((40, 40, 77), (thread.VirtualTid, thread.VirtualPid, thread.VirtualGroupId));
        Assert.Equal((1001u, 101u, 1000), (thread.Uid, thread.Gid, thread.LoginUid));
        Assert.Equal((4000u, 400u, 40u), (thread.VirtualMemoryKiB, thread.ResidentMemoryKiB, thread.SwapMemoryKiB));
        Assert.Equal((22UL, 11UL), (thread.MajorFaults, thread.MinorFaults));
        Assert.Equal((1UL, 0x1FFFFFFFFFFUL, 0xFFUL), (thread.InheritableCapabilities, thread.PermittedCapabilities, thread.EffectiveCapabilities));
        Assert.Equal(34816, thread.Tty);
        Assert.Equal(FakeMachine.Boot + (10 * FakeMachine.Second), thread.CloneTime);
        Assert.Equal(FakeMachine.Boot + (10 * FakeMachine.Second), thread.NamespaceInitTime);
        Assert.Equal(0u, thread.Flags);
        Assert.Equal((2, 2), (report.Processes, report.Threads));
        Assert.Equal("", report.Problems.ToString());
    }

    [Fact]
    public void Read_OfAProcessWithThreads_GivesThemWhatTheyShare()
    {
        _machine.Process(40, "web");
        _machine.Thread("proc/40/task/41", 41, 40, "worker");
        var (state, report) = _machine.Scan();
        var thread = state.Threads.Single(t => t.Tid == 41);
        Assert.Equal("worker", Text(thread.Comm));
        Assert.Equal("/bin/web", Text(thread.Exe));
        Assert.Equal(40, thread.Pid);
        Assert.Equal((1u << 0) | (1u << 13), thread.Flags);
        Assert.Equal((2, 3), (report.Processes, report.Threads));
    }

    [Fact]
    public void Read_OfAProcessInANamespace_TakesTheInnermostIds()
    {
        _machine.Process(40, "inner");
        var status = File.ReadAllText(_machine.PathOf("proc/40/status"));
        _machine.Write("proc/40/status", status.Replace("NStgid:\t40", "NStgid:\t40\t9\t1", StringComparison.Ordinal)
            .Replace("NSpid:\t40", "NSpid:\t40\t9\t1", StringComparison.Ordinal).Replace("NSpgid:\t77", "NSpgid:\t77\t8\t2", StringComparison.Ordinal));
        var thread = _machine.Scan().State.Threads.Single(t => t.Tid == 40);
        Assert.Equal((1, 1, 2), (thread.VirtualTid, thread.VirtualPid, thread.VirtualGroupId));
    }

    [Fact]
    public void Read_OfAKernelThread_TellsItsNameAndLooksForNoMore()
    {
        _machine.Thread("proc/2", 2, 2, "kthreadd");
        var stat = File.ReadAllText(_machine.PathOf("proc/2/stat"));
        _machine.Write("proc/2/stat", stat.Replace(" 4194304 ", " 2129984 ", StringComparison.Ordinal));
        Directory.CreateDirectory(_machine.PathOf("proc/2/fd"));
        Directory.CreateDirectory(_machine.PathOf("proc/2/task"));
        var (state, report) = _machine.Scan();
        Assert.Equal("kthreadd", Text(state.Threads.Single(t => t.Tid == 2).Comm));
        Assert.Equal("", report.Problems.ToString());
    }

    [Fact]
    public void Read_WhileProcessesEnd_GoesOnWithTheOthers()
    {
        Directory.CreateDirectory(_machine.PathOf("proc/39"));
        _machine.Process(40, "web");
        File.Delete(_machine.PathOf("proc/40/environ"));
        var (state, report) = _machine.Scan();
        Assert.Equal([1L, 40L], state.Threads.Select(t => t.Tid).Order());
        Assert.Equal(2, report.Problems[ScanProblem.Gone]);
        Assert.Equal("gone 2", report.Problems.ToString());
    }

    [Fact]
    public void Read_OfNonsense_CountsItAndGoesOn()
    {
        _machine.Write("proc/40/status", "no such text\n");
        _machine.Write("proc/40/stat", "neither");
        _machine.Write("etc/passwd", "a\nb:x:minus:0:::\nann:x:1000:100::/home/ann:/bin/sh");
        var (state, report) = _machine.Scan();
        Assert.Contains(state.Threads, t => t.Tid == 40 && t.Pid == 40);
        Assert.Equal("ann", Text(Assert.Single(state.Users).Name));
        Assert.Equal(4, report.Problems[ScanProblem.Malformed]);
    }

    [Fact]
    public void Read_OfAccounts_TellsUsersAndGroups()
    {
        var (state, _) = _machine.Scan();
        Assert.Equal([(0u, "root", "/bin/bash"), (1000u, "ann", "/bin/sh")], state.Users.Select(u => (u.Uid, Text(u.Name), Text(u.Shell))));
        Assert.Equal([(0u, "root"), (100u, "users")], state.Groups.Select(g => (g.Gid, Text(g.Name))));
    }

    [Fact]
    public void ReadProcess_ByTheIdOfAThread_ReadsItsProcess()
    {
        _machine.Process(40, "web");
        _machine.Thread("proc/40/task/41", 41, 40, "worker");
        _machine.Thread("proc/41", 41, 40, "worker");
        using var scan = _machine.Open();
        var state = new SnapshotRecorder();
        Assert.True(scan.ReadProcess(41, state));
        Assert.Equal([40L, 41L], state.Threads.Select(t => t.Tid));
    }

    [Fact]
    public void ReadProcess_ThatIsNotThere_SaysSo()
    {
        using var scan = _machine.Open();
        Assert.False(scan.ReadProcess(4711, new SnapshotRecorder()));
    }

    [Fact]
    public void New_WithoutAProcessFileSystem_SaysWhatIsMissing()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => new MachineScan(new ScanOptions { Root = "/nowhere" }));
        Assert.StartsWith("/nowhere/proc: cannot be opened", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfThisMachine_FindsTheTestItself()
    {
        using var file = File.OpenRead(Environment.ProcessPath!);
        using var scan = new MachineScan();
        var state = new SnapshotRecorder();
        scan.Read(state);
        var self = state.Threads.Single(t => t.Tid == Environment.ProcessId);
        Assert.Equal(Environment.ProcessPath, Text(self.ExePath));
        Assert.Equal(Environment.CurrentDirectory, Text(self.WorkingDirectory));
        Assert.Contains(state.Threads, t => t.Pid == self.Pid && t.Tid != self.Tid);
        Assert.Contains(state.Descriptors, d => d.Tid == self.Tid && d.Entry.Type == DescriptorType.FileV2 && Text(d.Entry.Name) == Environment.ProcessPath);
        Assert.Contains(state.Interfaces, i => i.Name.AsSpan().SequenceEqual("lo"u8));
    }

    // What belongs to others is denied to a thread that is nobody as far as files are concerned.
    [LiveFact]
    public void Read_WhatIsDenied_IsCountedAndAllElseIsTold()
    {
        const uint Nobody = 65534;
        var state = new SnapshotRecorder();
        ScanReport report;
        var before = SetFileUser(Nobody);
        try
        {
            using var scan = new MachineScan(new ScanOptions { UsesIterators = false });
            report = scan.Read(state);
        }
        finally
        {
            _ = SetFileUser((uint)before);
        }

        Assert.True(report.Problems[ScanProblem.Denied] > 0, report.Problems.ToString());
        var init = state.Threads.Single(static t => t.Tid == 1);
        Assert.NotEmpty(init.Comm);
        Assert.Empty(init.ExePath);
        Assert.Contains(state.Threads, static t => t.Tid == Environment.ProcessId);
        Assert.NotEmpty(state.Users);
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUser(uint user);

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
