using System.Text;
using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>The control groups of one container: their paths and open files.</summary>
sealed class ContainerGroups : IDisposable
{
    readonly FolderReader _reader;
    readonly List<Folder> _folders = [];

    /// <param name="reader">Reads the files.</param>
    /// <param name="hierarchies">The machine's hierarchies.</param>
    /// <param name="paths">Path of the container's group by controller.</param>
    public ContainerGroups(FolderReader reader, Hierarchies hierarchies, IReadOnlyDictionary<string, string> paths)
    {
        _reader = reader;
        var (usage, isUsageUnified) = Open(hierarchies, paths, "cpuacct", "cpu");
        var (cpu, isCpuUnified) = Open(hierarchies, paths, "cpu");
        var (memory, isMemoryUnified) = Open(hierarchies, paths, "memory");
        var (pids, _) = Open(hierarchies, paths, "pids");
        IsUsageUnified = isUsageUnified;
        IsCpuUnified = isCpuUnified;
        IsMemoryUnified = isMemoryUnified;
        Usage = File(usage, isUsageUnified ? "cpu.stat"u8 : "cpuacct.usage"u8);
        UsageUser = File(isUsageUnified ? null : usage, "cpuacct.usage_user"u8);
        UsageSystem = File(isUsageUnified ? null : usage, "cpuacct.usage_sys"u8);
        UsageTicks = File(isUsageUnified || UsageUser.IsThere ? null : usage, "cpuacct.stat"u8);
        CpuStat = File(cpu, "cpu.stat"u8);
        CpuQuota = File(cpu, isCpuUnified ? "cpu.max"u8 : "cpu.cfs_quota_us"u8);
        CpuPeriod = File(isCpuUnified ? null : cpu, "cpu.cfs_period_us"u8);
        CpuShares = File(cpu, isCpuUnified ? "cpu.weight"u8 : "cpu.shares"u8);
        Memory = File(memory, isMemoryUnified ? "memory.current"u8 : "memory.usage_in_bytes"u8);
        MemoryStat = File(memory, "memory.stat"u8);
        MemoryLimit = File(memory, isMemoryUnified ? "memory.max"u8 : "memory.limit_in_bytes"u8);
        MemorySwap = File(isMemoryUnified ? memory : null, "memory.swap.current"u8);
        MemoryEvents = File(memory, isMemoryUnified ? "memory.events"u8 : "memory.oom_control"u8);
        Pids = File(pids, "pids.current"u8);
        Key = FindKey();
        Path = paths.GetValueOrDefault("cpuacct") ?? paths.GetValueOrDefault("cpu") ?? paths.GetValueOrDefault("memory") ?? paths.Values.FirstOrDefault() ?? "";
    }

    /// <summary>Path of the group, in the hierarchy of the processor time or the first that there is.</summary>
    public string Path { get; }

    /// <summary>A number that the group has as long as it exists and no other has while the machine runs; 0 when it is gone already.</summary>
    public ulong Key { get; }

    /// <summary>Whether any of the groups was there when they were opened.</summary>
    public bool AreThere => _folders.Count > 0;

    /// <summary>Whether processor time and memory can be measured.</summary>
    public bool AreComplete => Usage.IsThere && Memory.IsThere;

    public bool IsUsageUnified { get; }

    public bool IsCpuUnified { get; }

    public bool IsMemoryUnified { get; }

    public GroupFile Usage { get; }

    public GroupFile UsageUser { get; }

    public GroupFile UsageSystem { get; }

    public GroupFile UsageTicks { get; }

    public GroupFile CpuStat { get; }

    public GroupFile CpuQuota { get; }

    public GroupFile CpuPeriod { get; }

    public GroupFile CpuShares { get; }

    public GroupFile Memory { get; }

    public GroupFile MemoryStat { get; }

    public GroupFile MemoryLimit { get; }

    public GroupFile MemorySwap { get; }

    public GroupFile MemoryEvents { get; }

    public GroupFile Pids { get; }

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        _folders.ForEach(static folder => folder.Dispose());
        foreach (var file in new[]
        {
            Usage, UsageUser, UsageSystem, UsageTicks, CpuStat, CpuQuota, CpuPeriod, CpuShares, Memory, MemoryStat, MemoryLimit, MemorySwap, MemoryEvents, Pids,
        })
        {
            file.Dispose();
        }
    }

    // The first controller whose hierarchy has the group.
    (Folder? Folder, bool IsUnified) Open(Hierarchies hierarchies, IReadOnlyDictionary<string, string> paths, params ReadOnlySpan<string> controllers)
    {
        foreach (var controller in controllers)
        {
            if (hierarchies.TryGet(controller, out var hierarchy)
                && paths.TryGetValue(controller, out var path)
                && _reader.TryOpen(hierarchy.Folder.TrimEnd('/') + path, out var folder))
            {
                _folders.Add(folder);
                return (folder, hierarchy.IsUnified);
            }
        }

        return (null, false);
    }

    GroupFile File(Folder? group, ReadOnlySpan<byte> name) => new(_reader, group, name);

    // The inode of its folder in the first hierarchy; kernfs gives each number out once.
    ulong FindKey() => _folders.Count > 0 && FolderReader.TryGetFacts(_folders[0], "."u8, out var facts) ? facts.Inode : 0;
}
