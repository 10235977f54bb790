using Mesoscope.Agent.Calls;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>
/// What was measured of a container in one tick. Members without a unit in their name are numbers; what happens is counted over the whole
/// tick; NaN is not known, or no limit.
/// </summary>
sealed class ContainerMeasure
{
    public double ElapsedSeconds = 1;
    public double HostCores = 1;
    public double HostMemoryBytes = double.NaN;

    // Seconds of processor time in the tick.
    public double UsedSeconds = double.NaN;
    public double UserSeconds = double.NaN;
    public double SystemSeconds = double.NaN;
    public double QuotaCores = double.NaN;
    public double Shares = double.NaN;
    public double ThrottledNanoseconds = double.NaN;
    public double Throttlings = double.NaN;

    public double MemoryBytes = double.NaN;
    public double MemoryLimitBytes = double.NaN;
    public double SwapBytes = double.NaN;
    public double Faults = double.NaN;
    public double MajorFaults = double.NaN;
    public double OutOfMemoryKills = double.NaN;

    public double Processes = double.NaN;
    public double Threads = double.NaN;
    public double UptimeSeconds = double.NaN;
    public double Restarts;
    public double AcceptQueue = double.NaN;

    /// <summary>Bytes of the container's own network interfaces, for machines whose calls are not counted.</summary>
    public double InterfaceBytesIn = double.NaN;
    public double InterfaceBytesOut = double.NaN;

    /// <summary>Calls of its processes in the tick.</summary>
    public CallCounts Calls { get; } = new();

    /// <summary>Processor time of the tick in cores.</summary>
    public double UsedCores => UsedSeconds / ElapsedSeconds;

    /// <summary>Cores that it may use: its own limit, or all.</summary>
    public double AllowedCores => double.IsNaN(QuotaCores) ? HostCores : QuotaCores;

    /// <summary>Memory that it may use: its own limit, or all.</summary>
    public double AllowedMemoryBytes => double.IsNaN(MemoryLimitBytes) ? HostMemoryBytes : MemoryLimitBytes;

    /// <summary>Takes off what a container inside of this one used: the kernel's counters of the outer group hold both.</summary>
    public void Subtract(ContainerMeasure inner)
    {
        UsedSeconds = Less(UsedSeconds, inner.UsedSeconds);
        UserSeconds = Less(UserSeconds, inner.UserSeconds);
        SystemSeconds = Less(SystemSeconds, inner.SystemSeconds);
        MemoryBytes = Less(MemoryBytes, inner.MemoryBytes);
        SwapBytes = Less(SwapBytes, inner.SwapBytes);
        Faults = Less(Faults, inner.Faults);
        MajorFaults = Less(MajorFaults, inner.MajorFaults);
        Threads = Less(Threads, inner.Threads);
        OutOfMemoryKills = Less(OutOfMemoryKills, inner.OutOfMemoryKills);
    }

    // The two are not read at the same instant.
    static double Less(double value, double part) => double.IsNaN(part) ? value : double.IsNaN(value) ? value : Math.Max(0, value - part);
}
