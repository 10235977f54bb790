using Mesoscope.DemoCluster.Processes;

namespace Mesoscope.DemoCluster.Tests.Processes;

public sealed class HierarchyTests
{
    [Fact]
    public void Find_WithAFreezer_TakesTheOldHierarchies() => Assert.Equal(
        [new Hierarchy("/cg/freezer", "freezer"), new Hierarchy("/cg/memory", "memory"), new Hierarchy("/cg/cpu,cpuacct", "cpu")],
        Hierarchy.Find([
            "cgroup2 /cg/unified cgroup2 rw 0 0",
            "cgroup /cg/memory cgroup rw,relatime,memory 0 0",
            "cgroup /cg/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0",
            "cgroup /cg/freezer cgroup rw,freezer 0 0",
        ]));

    [Fact]
    public void Find_WithoutAFreezer_TakesTheUnifiedOne() => Assert.Equal(
        [new Hierarchy("/sys/fs/cgroup", "")],
        Hierarchy.Find(["proc /proc proc rw 0 0", "cgroup2 /sys/fs/cgroup cgroup2 rw 0 0"]));

    [Fact]
    public void Find_WithNothing_IsEmpty() => Assert.Empty(Hierarchy.Find(["odd", "", "proc /proc proc rw 0 0"]));
}
