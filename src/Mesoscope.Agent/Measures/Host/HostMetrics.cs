using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>The metrics of hosts and how they follow from what is measured.</summary>
static class HostMetrics
{
    /// <summary>A new table.</summary>
    public static MetricTable<HostMeasure> Create() => new(
    [
        new("cpu.used.percent", static h => 100 * h.BusySeconds / (h.ElapsedSeconds * h.Cores)),
        new("cpu.cores.used", static h => h.BusySeconds / h.ElapsedSeconds),
        new("cpu.cores.used.percent", static h => 100 * h.BusySeconds / h.ElapsedSeconds),
        new("cpu.user.percent", static h => 100 * h.UserSeconds / h.ElapsedSeconds),
        new("cpu.system.percent", static h => 100 * h.SystemSeconds / h.ElapsedSeconds),
        new("cpu.idle.percent", static h => 100 * h.IdleSeconds / (h.ElapsedSeconds * h.Cores)),
        new("cpu.iowait.percent", static h => 100 * h.IoWaitSeconds / (h.ElapsedSeconds * h.Cores)),
        new("cpu.stolen.percent", static h => 100 * h.StolenSeconds / (h.ElapsedSeconds * h.Cores)),
        new("load.average.1m", static h => h.Load1),
        new("load.average.5m", static h => h.Load5),
        new("load.average.15m", static h => h.Load15),
        new("memory.bytes.used", static h => h.MemoryTotalBytes - h.MemoryAvailableBytes),
        new("memory.used.percent", static h => 100 * (h.MemoryTotalBytes - h.MemoryAvailableBytes) / h.MemoryTotalBytes),
        new("memory.bytes.total", static h => h.MemoryTotalBytes),
        new("memory.bytes.available", static h => h.MemoryAvailableBytes),
        new("memory.pageFault.major", static h => h.MajorFaults),
        new("memory.pageFault.minor", static h => h.Faults - h.MajorFaults),
        new("memory.swap.bytes.used", static h => h.SwapTotalBytes - h.SwapFreeBytes),
        new("memory.swap.bytes.total", static h => h.SwapTotalBytes),
        new("memory.swap.used.percent", static h => h.SwapTotalBytes > 0 ? 100 * (h.SwapTotalBytes - h.SwapFreeBytes) / h.SwapTotalBytes : double.NaN),
        new("memory.oom.kill.count", static h => h.OutOfMemoryKills),
        new("host.count", static _ => 1),
        new("proc.count", static h => h.Processes),
        new("proc.start.count", static h => h.Calls.Of(static a => a.ProcessStarts)),
        new("proc.end.count", static h => h.Calls.Of(static a => a.ProcessEnds)),
        new("thread.count", static h => h.Threads),
        new("uptime", static h => h.UptimeSeconds),
        .. CallMetrics.Of<HostMeasure>(static h => h.Calls, "net.bytes.in", "net.bytes.out", "net.bytes.total"),
        new("net.bytes.in", static h => Either(h.Calls.Of(static a => a.NetBytesIn), h.InterfaceBytesIn)),
        new("net.bytes.out", static h => Either(h.Calls.Of(static a => a.NetBytesOut), h.InterfaceBytesOut)),
        new("net.bytes.total", static h => Either(h.Calls.Of(static a => a.NetBytesIn + (double)a.NetBytesOut), h.InterfaceBytesIn + h.InterfaceBytesOut)),
        new("net.tcp.queue.len", static h => h.AcceptQueue),
        new("fs.bytes.total", static h => h.DiskTotalBytes),
        new("fs.bytes.used", static h => h.DiskUsedBytes),
        new("fs.bytes.free", static h => h.DiskFreeBytes),
        new("fs.used.percent", static h => 100 * h.DiskUsedBytes / (h.DiskUsedBytes + h.DiskFreeBytes)),
        new("fs.root.used.percent", static h => h.DiskRootUsedPercent),
        new("fs.largest.used.percent", static h => h.DiskLargestUsedPercent),
        new("fs.inodes.used.percent", static h => h.InodesUsedPercent),
        new("agent.cpu.used.percent", static h => 100 * h.AgentProcessorSeconds / h.ElapsedSeconds),
        new("agent.memory.bytes.used", static h => h.AgentMemoryBytes),
        new("agent.drop.count", static h => h.AgentDrops),
    ]);

    // What sockets carried is exact for the host's programs; without it the interfaces tell, loopback left out.
    static double Either(double counted, double ofInterfaces) => double.IsNaN(counted) ? ofInterfaces : counted;
}
