using Mesoscope.Agent.Calls;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>
/// What was measured of the host in one tick. Members without a unit in their name are numbers; what happens is counted over the whole
/// tick; NaN is not known.
/// </summary>
sealed class HostMeasure
{
    public double ElapsedSeconds = 1;
    public double Cores = 1;

    // Seconds of processor time of all cores in the tick.
    public double UserSeconds = double.NaN;
    public double SystemSeconds = double.NaN;
    public double IdleSeconds = double.NaN;
    public double IoWaitSeconds = double.NaN;
    public double StolenSeconds = double.NaN;

    public double Load1 = double.NaN;
    public double Load5 = double.NaN;
    public double Load15 = double.NaN;

    public double MemoryTotalBytes = double.NaN;
    public double MemoryAvailableBytes = double.NaN;
    public double SwapTotalBytes = double.NaN;
    public double SwapFreeBytes = double.NaN;
    public double MajorFaults = double.NaN;
    public double Faults = double.NaN;
    public double OutOfMemoryKills = double.NaN;

    public double Processes = double.NaN;
    public double Threads = double.NaN;
    public double ProcessesBegun = double.NaN;
    public double UptimeSeconds = double.NaN;

    // Of the network interfaces, for machines whose calls are not counted.
    public double InterfaceBytesIn = double.NaN;
    public double InterfaceBytesOut = double.NaN;
    public double AcceptQueue = double.NaN;

    public double DiskTotalBytes = double.NaN;
    public double DiskUsedBytes = double.NaN;
    public double DiskFreeBytes = double.NaN;
    public double DiskRootUsedPercent = double.NaN;
    public double DiskLargestUsedPercent = double.NaN;
    public double InodesUsedPercent = double.NaN;

    public double AgentProcessorSeconds = double.NaN;
    public double AgentMemoryBytes = double.NaN;
    public double AgentDrops = double.NaN;

    /// <summary>Calls of all processes in the tick.</summary>
    public CallCounts Calls { get; } = new();

    public double BusySeconds => UserSeconds + SystemSeconds;
}
