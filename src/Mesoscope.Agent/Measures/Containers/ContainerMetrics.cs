using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>The metrics of containers and how they follow from what is measured.</summary>
static class ContainerMetrics
{
    /// <summary>A new table.</summary>
    public static MetricTable<ContainerMeasure> Create() => new(
    [
        new("cpu.used.percent", static c => 100 * c.UsedCores / c.AllowedCores),
        new("cpu.cores.used", static c => c.UsedCores),
        new("cpu.cores.used.percent", static c => 100 * c.UsedCores),
        new("cpu.user.percent", static c => 100 * c.UserSeconds / c.ElapsedSeconds),
        new("cpu.system.percent", static c => 100 * c.SystemSeconds / c.ElapsedSeconds),
        new("cpu.cores.quota.limit", static c => c.QuotaCores),
        new("cpu.quota.used.percent", static c => 100 * c.UsedCores / c.QuotaCores),
        new("cpu.shares.count", static c => c.Shares),
        new("cpu.throttled.time", static c => c.ThrottledNanoseconds),
        new("cpu.throttled.count", static c => c.Throttlings),
        new("memory.bytes.used", static c => c.MemoryBytes),
        new("memory.used.percent", static c => 100 * c.MemoryBytes / c.AllowedMemoryBytes),
        new("memory.limit.bytes", static c => c.MemoryLimitBytes),
        new("memory.limit.used.percent", static c => 100 * c.MemoryBytes / c.MemoryLimitBytes),
        new("memory.pageFault.major", static c => c.MajorFaults),
        new("memory.pageFault.minor", static c => c.Faults - c.MajorFaults),
        new("memory.swap.bytes.used", static c => c.SwapBytes),
        new("memory.oom.kill.count", static c => c.OutOfMemoryKills),
        new("container.count", static _ => 1),
        new("container.restart.count", static c => c.Restarts),
        new("proc.count", static c => c.Processes),
        new("proc.start.count", static c => c.Calls.Of(static a => a.ProcessStarts)),
        new("proc.end.count", static c => c.Calls.Of(static a => a.ProcessEnds)),
        new("thread.count", static c => c.Threads),
        new("uptime", static c => c.UptimeSeconds),
        .. CallMetrics.Of<ContainerMeasure>(static c => c.Calls, "net.bytes.in", "net.bytes.out", "net.bytes.total"),
        new("net.bytes.in", static c => Either(c.Calls.Of(static a => a.NetBytesIn), c.InterfaceBytesIn)),
        new("net.bytes.out", static c => Either(c.Calls.Of(static a => a.NetBytesOut), c.InterfaceBytesOut)),
        new("net.bytes.total", static c => Either(c.Calls.Of(static a => a.NetBytesIn + (double)a.NetBytesOut), c.InterfaceBytesIn + c.InterfaceBytesOut)),
        new("net.tcp.queue.len", static c => c.AcceptQueue),
    ]);

    static double Either(double counted, double ofInterfaces) => double.IsNaN(counted) ? ofInterfaces : counted;
}
