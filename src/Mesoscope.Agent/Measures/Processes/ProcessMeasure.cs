using Mesoscope.Agent.Calls;

namespace Mesoscope.Agent.Measures.Processes;

/// <summary>
/// What was measured of a process in one tick. Members without a unit in their name are numbers; what happens is counted over the whole
/// tick; NaN is not known.
/// </summary>
sealed class ProcessMeasure
{
    public double ElapsedSeconds = 1;

    /// <summary>Cores that it may use: those of its container, or all.</summary>
    public double AllowedCores = 1;

    /// <summary>Memory that it may use: that of its container, or all.</summary>
    public double AllowedMemoryBytes = double.NaN;

    public double UsedSeconds = double.NaN;
    public double ResidentBytes = double.NaN;
    public double VirtualBytes = double.NaN;
    public double MinorFaults = double.NaN;
    public double MajorFaults = double.NaN;
    public double Threads = double.NaN;
    public double Descriptors = double.NaN;
    public double DescriptorLimit = double.NaN;
    public double UptimeSeconds = double.NaN;

    /// <summary>Its calls in the tick.</summary>
    public CallCounts Calls { get; } = new();
}
