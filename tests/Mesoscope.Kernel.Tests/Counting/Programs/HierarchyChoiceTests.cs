using Mesoscope.Kernel.Counting.Programs;

namespace Mesoscope.Kernel.Tests.Counting.Programs;

public sealed class HierarchyChoiceTests
{
    const string Unified = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate";
    const string HybridUnified = "31 23 0:27 / /sys/fs/cgroup/unified rw - cgroup2 cgroup rw";
    const string Cpu = "33 23 0:29 / /sys/fs/cgroup/cpu,cpuacct rw shared:16 - cgroup cgroup rw,cpu,cpuacct";
    const string Memory = "32 23 0:28 / /sys/fs/cgroup/memory rw shared:15 - cgroup cgroup rw,memory";
    static readonly string[] s_controllers = ["#subsys_name\thierarchy\tnum_cgroups\tenabled", "cpu\t3\t5\t1", "cpuacct\t3\t5\t1", "memory\t7\t9\t1", "pids\t0\t1\t1"];

    [Fact]
    public void Choose_WithOneHierarchy_TakesIt() => Check(HierarchyChoice.Choose([Unified], s_controllers, _ => "cpuset cpu io memory pids\n"), "/sys/fs/cgroup", "", 0, 0);

    [Fact]
    public void Choose_WhereVersion2HasNoControllers_TakesMemory() =>
        Check(HierarchyChoice.Choose([HybridUnified, Cpu, Memory], s_controllers, _ => ""), "/sys/fs/cgroup/memory", "memory", 1, 7);

    [Fact]
    public void Choose_WithoutMemory_TakesTheNext() => Check(HierarchyChoice.Choose([Cpu], s_controllers, _ => ""), "/sys/fs/cgroup/cpu,cpuacct", "cpu", 2, 3);

    [Fact]
    public void Choose_WithoutMounts_TakesVersion2() => Check(HierarchyChoice.Choose(["", "31 23 0:27 / /x", "a b c d e - cgroup"], [], _ => ""), "", "", 0, 0);

    static void Check(HierarchyChoice choice, string folder, string controller, uint code, uint number)
    {
        Assert.Equal((folder, controller, code, number), (choice.Hierarchy.Folder, choice.Hierarchy.Controller, choice.Controller, choice.Number));
        Assert.Equal(controller.Length == 0, choice.Hierarchy.IsUnified);
    }
}
