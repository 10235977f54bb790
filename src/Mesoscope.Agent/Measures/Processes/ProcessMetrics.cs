using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Measures.Processes;

/// <summary>The metrics of processes and how they follow from what is measured.</summary>
static class ProcessMetrics
{
    /// <summary>A new table.</summary>
    public static MetricTable<ProcessMeasure> Create() => new(
    [
        new("cpu.used.percent", static p => 100 * p.UsedSeconds / (p.ElapsedSeconds * p.AllowedCores)),
        new("cpu.cores.used", static p => p.UsedSeconds / p.ElapsedSeconds),
        new("cpu.cores.used.percent", static p => 100 * p.UsedSeconds / p.ElapsedSeconds),
        new("memory.bytes.used", static p => p.ResidentBytes),
        new("memory.used.percent", static p => 100 * p.ResidentBytes / p.AllowedMemoryBytes),
        new("memory.bytes.virtual", static p => p.VirtualBytes),
        new("memory.pageFault.major", static p => p.MajorFaults),
        new("memory.pageFault.minor", static p => p.MinorFaults),
        new("proc.count", static _ => 1),
        new("thread.count", static p => p.Threads),
        new("fd.count", static p => p.Descriptors),
        new("fd.used.percent", static p => 100 * p.Descriptors / p.DescriptorLimit),
        new("uptime", static p => p.UptimeSeconds),
        .. CallMetrics.Of<ProcessMeasure>(static p => p.Calls),
    ]);
}
